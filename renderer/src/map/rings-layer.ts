import { LayerGroup, type Map as LeafletMap } from 'leaflet'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { latitudeOf, longitudeOf, worldSizePx } from '../../../shared/map/mercator.ts'
import type { DrawableLayer, PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import { markerLook } from './marker-look.ts'
import { isShown, type MarkerScene, sceneRadiusPx } from './marker-scene.ts'
import { drawRing, type RingKind, RingMarker } from './ring-marker.ts'

export interface RingedRows {
  readonly selected: number | null
  readonly hovered: number | null
  /** The one that the keys are on. */
  readonly focused: number | null
}

/** The rings around the selected and the hovered site, and around the one that the keys are on. */
export class RingsLayer extends LayerGroup implements DrawableLayer {
  #state: { scene: MarkerScene; rows: RingedRows; scheme: MapScheme } | null = null

  constructor() {
    super([], { pane: 'rings' })
  }

  /** The selected site alone: what the pointer is on is of the moment. */
  drawTo(sink: PictureSink, { window, scheme }: PictureFrame): void {
    const row = this.#state?.rows.selected ?? null
    if (!this.#state || row === null || !isShown(this.#state.scene, row)) return
    const { points } = this.#state.scene
    const size = worldSizePx(window.zoom)
    const look = markerLook(this.#state.scene, row, sceneRadiusPx(this.#state.scene, row, window.zoom), scheme)
    drawRing(sink, look, points.x[row]! * size - window.left, points.y[row]! * size - window.top, 'selected', scheme)
  }

  override onAdd(map: LeafletMap): this {
    const pane = map.getPane('rings') ?? map.createPane('rings')
    pane.style.zIndex = '460'
    pane.style.pointerEvents = 'none'
    map.on('zoomend', this.#redraw, this)
    return super.onAdd(map)
  }

  override onRemove(map: LeafletMap): this {
    map.off('zoomend', this.#redraw, this)
    return super.onRemove(map)
  }

  show(scene: MarkerScene, rows: RingedRows, scheme: MapScheme): void {
    this.#state = { scene, rows, scheme }
    this.#redraw()
  }

  #redraw(): void {
    this.clearLayers()
    if (!this.#state || !this._map) return
    const { rows } = this.#state
    if (rows.hovered !== rows.selected) this.#ring('hovered', rows.hovered)
    this.#ring('selected', rows.selected)
    this.#ring('focused', rows.focused)
  }

  #ring(kind: RingKind, row: number | null): void {
    const { scene, scheme } = this.#state!
    if (row === null || !isShown(scene, row)) return
    const look = markerLook(scene, row, sceneRadiusPx(scene, row, this._map.getZoom()), scheme)
    this.addLayer(new RingMarker(rowPosition(scene, row), look, kind, scheme))
  }
}

/** Where a row lies, as Leaflet takes it. */
export function rowPosition(scene: MarkerScene, row: number): [latitude: number, longitude: number] {
  return [latitudeOf(scene.points.y[row]!), longitudeOf(scene.points.x[row]!)]
}
