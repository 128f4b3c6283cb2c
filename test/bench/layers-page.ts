import { canvas, geoJSON, type Map as LeafletMap, map as leafletMap } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { ReferenceDesk } from '../../renderer/src/layers/reference-desk.ts'
import type { ShapesRequest } from '../../renderer/src/layers/shape-loader.ts'
import type { Layer } from '../../shared/contract/layers.ts'

type Way = 'desk' | 'geojson' | 'none'

/** What the bench calls in its page. */
export interface LayersPage {
  show(way: Way): Promise<void>
  /** Milliseconds that moves of the map take, each with all that is drawn anew. */
  moves(count: number): number[]
  /** Milliseconds between frames, from now until `endGaps`. */
  beginGaps(): void
  endGaps(): number[]
  /** Pixels that are painted. */
  inked(): number
}

interface BenchWindow extends Window {
  readShapes(request: ShapesRequest): Promise<number[]>
  benchLayer: Layer
  benchGeoJson: GeoJSON.FeatureCollection
  layersPage: LayersPage
}

declare const window: BenchWindow & typeof globalThis

let shown: { remove(): void } | null = null
let gaps: number[] | null = null
const map: LeafletMap = leafletMap('map', { zoomControl: false, fadeAnimation: false, attributionControl: false })
map.setView([37, -98], 6)

window.layersPage = {
  async show(way) {
    shown?.remove()
    shown = null
    if (way === 'geojson')
      shown = geoJSON(window.benchGeoJson, {
        // The style layer of Leaflet 1 takes the renderer among the styles of each path.
        style: { color: '#c44601', weight: 1.5, renderer: canvas({ padding: 0.2 }) } as object,
      }).addTo(map)
    if (way === 'desk') {
      await new Promise<void>((resolve) => {
        const readShapes = async (request: ShapesRequest) => Uint8Array.from(await window.readShapes(request))
        const desk = new ReferenceDesk(map, { readShapes, onAnswer: () => resolve() }, 'sans-serif')
        desk.show([{ layer: window.benchLayer, styleValues: null, labelValues: null }], 'light')
        shown = desk
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
  },
  moves(count) {
    return Array.from({ length: count }, (_, at) => {
      const from = performance.now()
      map.panBy([at % 2 === 0 ? 40 : -40, 0], { animate: false })
      flush()
      return performance.now() - from
    })
  },
  beginGaps() {
    const own: number[] = []
    gaps = own
    let last = performance.now()
    const next = (now: number) => {
      own.push(now - last)
      last = now
      if (gaps === own) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  },
  endGaps() {
    const kept = gaps ?? []
    gaps = null
    return kept
  },
  inked() {
    let count = 0
    for (const element of document.querySelectorAll('canvas')) {
      const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height)
      for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count += 1
    }
    return count
  },
}

/** A canvas draws when its pixels are wanted. */
function flush(): void {
  for (const element of document.querySelectorAll('canvas')) element.getContext('2d')!.getImageData(0, 0, 1, 1)
}
