import type { Map as LeafletMap } from 'leaflet'
import type { TileSource } from '../../../shared/contract/tiles.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { worldSizePx } from '../../../shared/map/mercator.ts'
import type { LabelBox } from '../../../shared/map/place-labels.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import type { FetchTile } from '../api/tile-door.ts'
import { addLabelObstacles, OBSTACLES_CHANGED } from '../map/label-obstacles.ts'
import { TileNamesLayer } from './tile-names-layer.ts'
import { UserTileLayer } from './user-tile-layer.ts'

/** How deep the map goes by itself, and how deep at most where tiles allow. */
const OWN_MAX_ZOOM = 16
const DEEPEST_ZOOM = 19

type OnMark = (tileSourceId: string, mark: string | null, isGone: boolean) => void

/** The layers of the user's tiles on one map. */
export class UserTiles {
  readonly #map: LeafletMap
  readonly #fetchTile: FetchTile
  readonly #onMark: OnMark
  readonly #layers = new Map<string, UserTileLayer>()
  readonly #endObstacles: () => void
  #names: TileNamesLayer | null = null

  constructor(map: LeafletMap, fetchTile: FetchTile, onMark: OnMark) {
    this.#map = map
    this.#fetchTile = fetchTile
    this.#onMark = onMark
    this.#endObstacles = addLabelObstacles(map, (window) => this.#covered(window))
    document.fonts.addEventListener('loadingdone', this.#fontsLoaded)
    window.addEventListener('online', this.#networkCame)
  }

  /** Brings the map to what the list of sources says. Only what changed is loaded anew. */
  show(sources: readonly TileSource[], scheme: MapScheme): void {
    const wanted = sources.filter(({ visible, state }) => visible && (state === 'ready' || state === 'replaced'))
    const ids = new Set(wanted.map(({ tileSourceId }) => tileSourceId))
    for (const [id, layer] of this.#layers) if (!ids.has(id)) this.#remove(id, layer)
    wanted.forEach((source, index) => {
      const known = this.#layers.get(source.tileSourceId)
      if (known && !isSameLayer(known.source, source)) this.#remove(source.tileSourceId, known)
      const layer = this.#layers.get(source.tileSourceId) ?? this.#add(source, scheme)
      layer.setSource(source)
      layer.setScheme(scheme)
      layer.setZIndex(index + 1)
    })
    this.#showNames(wanted, scheme)
    const deepest = Math.max(0, ...wanted.map(({ maxZoom }) => maxZoom))
    this.#map.setMaxZoom(Math.min(DEEPEST_ZOOM, Math.max(OWN_MAX_ZOOM, deepest + 1)))
    this.#changed()
  }

  close(): void {
    document.fonts.removeEventListener('loadingdone', this.#fontsLoaded)
    window.removeEventListener('online', this.#networkCame)
    for (const [id, layer] of this.#layers) this.#remove(id, layer)
    this.#names?.remove()
    this.#names = null
    this.#endObstacles()
  }

  readonly #fontsLoaded = () => this.#names?.fontsChanged()

  readonly #networkCame = () => {
    for (const layer of this.#layers.values()) if (layer.source.origin === 'online') layer.redraw()
  }

  #add(source: TileSource, scheme: MapScheme): UserTileLayer {
    const layer = new UserTileLayer({
      ...{ source, scheme, fetchTile: this.#fetchTile },
      onMark: (mark, isGone) => this.#onMark(source.tileSourceId, mark, isGone),
    })
    this.#layers.set(source.tileSourceId, layer)
    layer.on('load', () => this.#changed())
    return layer.addTo(this.#map)
  }

  #remove(id: string, layer: UserTileLayer): void {
    this.#layers.delete(id)
    layer.off('load')
    layer.remove()
  }

  #showNames(wanted: readonly TileSource[], scheme: MapScheme): void {
    if (!wanted.some(({ kind }) => kind === 'vector')) {
      this.#names?.remove()
      this.#names = null
      return
    }
    const { fontFamily } = getComputedStyle(this.#map.getContainer())
    this.#names ??= new TileNamesLayer(() => [...this.#layers.values()], scheme, fontFamily).addTo(this.#map)
    this.#names.setScheme(scheme)
  }

  /** Names are set when all tiles of a view are there, not with each of them. */
  #changed(): void {
    this.#names?.requestPaint()
    this.#map.fire(OBSTACLES_CHANGED)
  }

  /** The tiles over which the built-in names would stand twice. */
  #covered(window: MapWindow): LabelBox[] {
    const worldPx = worldSizePx(window.zoom)
    return [...this.#layers.values()].flatMap((layer) =>
      layer.coveredTiles().map(({ x, y, z }) => {
        const tilePx = worldPx / 2 ** z
        const copy = Math.round((window.left + window.width / 2 - x * tilePx) / worldPx)
        const minX = x * tilePx + copy * worldPx - window.left
        const minY = y * tilePx - window.top
        return { minX, minY, maxX: minX + tilePx, maxY: minY + tilePx }
      }),
    )
  }
}

/** Whether a layer can go on with the tiles that it has. */
function isSameLayer(one: TileSource, other: TileSource): boolean {
  return (
    one.version === other.version &&
    one.minZoom === other.minZoom &&
    one.maxZoom === other.maxZoom &&
    one.schema === other.schema
  )
}
