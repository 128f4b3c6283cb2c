import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type BasemapArchive, openBasemap } from '../../../../../shared/map/basemap-archive.ts'
import { BASEMAP_FILE, LABELS_FILE } from '../../../../../shared/map/basemap-layers.ts'
import { indexLabels, type LabelIndex } from '../../../../../shared/map/label-index.ts'
import { parseLabels } from '../../../../../shared/map/label-set.ts'

/** The ground that memo maps are drawn on. */
export interface Ground {
  readonly basemap: BasemapArchive
  /** Null where the place names cannot be read: a map without names is still a map. */
  readonly labels: LabelIndex | null
}

let last: { readonly key: string; readonly ground: Ground } | null = null

/** Opens the basemap of a folder, kept for the next memo while the file stays the same; null where it cannot be read. */
export async function openGround(folder: string): Promise<Ground | null> {
  const file = path.join(folder, BASEMAP_FILE)
  try {
    const { mtimeMs, size } = await stat(file)
    const key = `${file}|${mtimeMs}|${size}`
    if (last?.key === key) return last.ground
    const bytes = await readFile(file)
    const basemap = openBasemap(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    )
    const ground = { basemap, labels: await openLabels(path.join(folder, LABELS_FILE)) }
    last = { key, ground }
    return ground
  } catch {
    return null
  }
}

async function openLabels(file: string): Promise<LabelIndex | null> {
  try {
    return indexLabels(parseLabels(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}
