import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import type { TileSource } from '../../../shared/contract/tiles.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { UserTiles } from './user-tiles.ts'

/** Puts the user's own tiles on the map as the Layers panel says; draws nothing of its own. */
export function UserTilesOnMap({ map, scheme }: { readonly map: LeafletMap; readonly scheme: MapScheme }) {
  const store = useAppStore()
  const sources = useApp((state) => state.tileSources)
  const fetchTile = useApp((state) => state.fetchTile)
  const tiles = useRef<UserTiles | null>(null)
  const latest = useRef<{ sources: readonly TileSource[]; scheme: MapScheme }>({ sources, scheme })

  useEffect(() => {
    const shown = new UserTiles(map, fetchTile, (...mark) => store.getState().markTiles(...mark))
    tiles.current = shown
    shown.show(latest.current.sources, latest.current.scheme)
    return () => {
      tiles.current = null
      shown.close()
    }
  }, [map, fetchTile, store])

  useEffect(() => {
    latest.current = { sources, scheme }
    tiles.current?.show(sources, scheme)
  }, [sources, scheme])
  return null
}
