import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import type { BasemapLayer } from '../../../shared/map/basemap-layers.ts'
import { BasemapTileLayer } from './basemap-tile-layer.ts'
import { DEFAULT_GROUND, type GroundLook } from './ground-look.ts'
import { LabelLayer } from './label-layer.ts'
import type { BasemapState } from './use-basemap.ts'

/** Ground and place names on the map, once they are loaded. */
export function useBasemapLayers(
  map: LeafletMap | null,
  basemap: BasemapState,
  scheme: 'light' | 'dark',
  { showsCounties, showsNames }: Pick<GroundLook, 'showsCounties' | 'showsNames'> = DEFAULT_GROUND,
): void {
  const layers = useRef<{ tiles: BasemapTileLayer; labels: LabelLayer } | null>(null)
  const latest = useRef({ scheme, showsCounties, showsNames })

  useEffect(() => {
    latest.current = { scheme, showsCounties, showsNames }
    if (layers.current) show(layers.current, latest.current)
  }, [scheme, showsCounties, showsNames])

  useEffect(() => {
    if (!map || basemap.status !== 'ready') return
    const fontFamily = getComputedStyle(map.getContainer()).fontFamily
    const tiles = new BasemapTileLayer(basemap.basemap.archive, latest.current.scheme).addTo(map)
    const labels = new LabelLayer(basemap.basemap.labels, latest.current.scheme, fontFamily).addTo(map)
    layers.current = { tiles, labels }
    show(layers.current, latest.current)
    const fontsLoaded = () => labels.fontsChanged()
    document.fonts.addEventListener('loadingdone', fontsLoaded)
    return () => {
      document.fonts.removeEventListener('loadingdone', fontsLoaded)
      layers.current = null
      tiles.remove()
      labels.remove()
    }
  }, [map, basemap])
}

interface Look extends Pick<GroundLook, 'showsCounties' | 'showsNames'> {
  readonly scheme: 'light' | 'dark'
}

const NOTHING: ReadonlySet<BasemapLayer> = new Set()
const COUNTIES: ReadonlySet<BasemapLayer> = new Set(['counties'])

function show(layers: { tiles: BasemapTileLayer; labels: LabelLayer }, look: Look): void {
  layers.tiles.setLook(look.scheme, look.showsCounties ? NOTHING : COUNTIES)
  layers.labels.setLook(look.scheme, look)
}
