import { type AreaIndex, indexAreas } from '../../../shared/map/areas/area-index.ts'
import { parseAreas } from '../../../shared/map/areas/area-set.ts'
import { type BasemapArchive, openBasemap } from '../../../shared/map/basemap-archive.ts'
import { AREAS_FILE, BASEMAP_FILE, LABELS_FILE } from '../../../shared/map/basemap-layers.ts'
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

let loadingAreas: Promise<AreaIndex> | null = null

/**
 * Fetches the outlines of counties and states, once for the page and not before something asks for them.
 * @throws Error when the file is missing or damaged; the next call tries again.
 */
export function loadAreas(): Promise<AreaIndex> {
  loadingAreas ??= fetchFile(AREAS_FILE)
    .then((response) => response.text())
    .then((text) => indexAreas(parseAreas(text)))
    .catch((error: unknown) => {
      loadingAreas = null
      throw error
    })
  return loadingAreas
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
