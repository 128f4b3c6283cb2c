import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  AREAS_FILE,
  BASEMAP_ATTRIBUTION,
  BASEMAP_FILE,
  BASEMAP_LAYERS,
  BASEMAP_MAX_ZOOM,
  LABELS_FILE,
} from '../../../shared/map/basemap-layers.ts'
import { areaLabels } from './area-labels.ts'
import { areaShapes } from './area-shapes.ts'
import { basemapStamp } from './basemap-stamp.ts'
import { cityLabels } from './city-labels.ts'
import { groundLayers } from './ground-layers.ts'
import { labelColumns } from './label-columns.ts'
import { writePmtiles } from './pmtiles-writer.ts'
import { tileLayers } from './tile-layers.ts'

const STAMP_FILE = 'basemap.stamp'

/**
 * Writes basemap.pmtiles, labels.json and areas.json into a folder from the map data that npm installed; no network.
 * Does nothing where the folder holds a basemap of the same sources.
 * @throws Error when the folder cannot be written.
 */
export async function buildBasemap(outputFolder: string): Promise<void> {
  const stamp = basemapStamp()
  if (await isUpToDate(outputFolder, stamp)) return
  await mkdir(outputFolder, { recursive: true })
  const tiles = tileLayers(groundLayers(BASEMAP_MAX_ZOOM)).map((tile) => ({
    ...tile,
    bytes: gzipSync(tile.bytes, { level: 9 }),
  }))
  const archive = writePmtiles({
    tiles,
    tileCompression: 'gzip',
    gzip: (bytes) => gzipSync(bytes, { level: 9 }),
    metadata: {
      name: 'Switchyard basemap',
      attribution: BASEMAP_ATTRIBUTION,
      vector_layers: BASEMAP_LAYERS.map((id) => ({ id, fields: {} })),
    },
  })
  const labels = labelColumns([...areaLabels(), ...cityLabels()])
  await replaceFile(path.join(outputFolder, BASEMAP_FILE), archive)
  await replaceFile(path.join(outputFolder, LABELS_FILE), JSON.stringify(labels))
  await replaceFile(path.join(outputFolder, AREAS_FILE), JSON.stringify(areaShapes()))
  // Last, so that a build that was stopped half way is not taken for a whole one.
  await replaceFile(path.join(outputFolder, STAMP_FILE), stamp)
}

async function isUpToDate(folder: string, stamp: string): Promise<boolean> {
  try {
    await Promise.all([BASEMAP_FILE, LABELS_FILE, AREAS_FILE].map((name) => stat(path.join(folder, name))))
    return (await readFile(path.join(folder, STAMP_FILE), 'utf8')) === stamp
  } catch {
    return false
  }
}

async function replaceFile(file: string, content: Uint8Array | string): Promise<void> {
  await writeFile(`${file}.new`, content)
  await rename(`${file}.new`, file)
}
