import { type BasemapArchive, openBasemap } from '../../../shared/map/basemap-archive.ts'
import { BASEMAP_FILE, LABELS_FILE } from '../../../shared/map/basemap-layers.ts'
import { indexLabels, type LabelIndex } from '../../../shared/map/label-index.ts'
import { parseLabels } from '../../../shared/map/label-set.ts'

export interface Basemap {
  readonly archive: BasemapArchive
  readonly labels: LabelIndex
}

let loading: Promise<Basemap> | null = null

/**
 * Fetches the basemap's two files whole, once for the page; they come from the same host as the page.
 * @throws Error when a file is missing or damaged; the next call tries again.
 */
export function loadBasemap(): Promise<Basemap> {
  loading ??= fetchBasemap().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

async function fetchBasemap(): Promise<Basemap> {
  const [archive, labels] = await Promise.all([
    fetchFile(BASEMAP_FILE).then((response) => response.arrayBuffer()),
    fetchFile(LABELS_FILE).then((response) => response.text()),
  ])
  return { archive: openBasemap(archive), labels: indexLabels(parseLabels(labels)) }
}

async function fetchFile(name: string): Promise<Response> {
  const response = await fetch(new URL(`basemap/${name}`, document.baseURI))
  if (!response.ok) throw new Error(`${name} was answered with status ${response.status}.`)
  return response
}
