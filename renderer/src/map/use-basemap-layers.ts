import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import { BasemapTileLayer } from './basemap-tile-layer.ts'
import { LabelLayer } from './label-layer.ts'
import type { BasemapState } from './use-basemap.ts'

/** Ground and place names on the map, once they are loaded. */
export function useBasemapLayers(map: LeafletMap | null, basemap: BasemapState, scheme: 'light' | 'dark'): void {
  const layers = useRef<{ tiles: BasemapTileLayer; labels: LabelLayer } | null>(null)
  const latestScheme = useRef(scheme)

  useEffect(() => {
    latestScheme.current = scheme
    layers.current?.tiles.setScheme(scheme)
    layers.current?.labels.setScheme(scheme)
  }, [scheme])

  useEffect(() => {
    if (!map || basemap.status !== 'ready') return
    const fontFamily = getComputedStyle(map.getContainer()).fontFamily
    const tiles = new BasemapTileLayer(basemap.basemap.archive, latestScheme.current).addTo(map)
    const labels = new LabelLayer(basemap.basemap.labels, latestScheme.current, fontFamily).addTo(map)
    layers.current = { tiles, labels }
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
