import { DivIcon, LayerGroup, type Map as LeafletMap, Marker, type PathOptions, Polyline } from 'leaflet'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { DRAWINGS_PANE, WORDS_PANE } from './drawing-panes.ts'

export const RULER_STYLE: PathOptions = { color: '#d6249f', weight: 2.5, opacity: 1, fill: false }

/** What was measured last, shown until something else is measured or the ruler is put away. It is never kept. */
export class Ruler {
  readonly #group: LayerGroup

  constructor(map: LeafletMap) {
    this.#group = new LayerGroup().addTo(map)
  }

  show({ geometry }: AnnotationFigure, text: string): void {
    this.clear()
    if (geometry.type !== 'LineString') return
    const places = geometry.coordinates.map(([longitude, latitude]): [number, number] => [latitude, longitude])
    const end = places.at(-1)
    if (!end) return
    const words = document.createElement('span')
    words.textContent = text
    this.#group.addLayer(
      new Polyline(places, { ...RULER_STYLE, pane: DRAWINGS_PANE, interactive: false, className: 'drawing-ruler' }),
    )
    this.#group.addLayer(
      new Marker(end, {
        icon: new DivIcon({ className: 'drawing-ruler__text', html: words, iconSize: [0, 0] }),
        pane: WORDS_PANE,
        interactive: false,
        keyboard: false,
      }),
    )
  }

  clear(): void {
    this.#group.clearLayers()
  }

  remove(): void {
    this.#group.remove()
  }
}
