import type { Map as LeafletMap } from 'leaflet'
import type { LabelBox } from '../../../shared/map/place-labels.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'

/** What covers the built-in map in a window and brings names of its own, in pixels from the window's corner. */
export type ObstacleSource = (window: MapWindow) => readonly LabelBox[]

/** Fired on the map when what covers the built-in names has changed. */
export const OBSTACLES_CHANGED = 'switchyard:obstacles'

const sources = new WeakMap<LeafletMap, Set<ObstacleSource>>()

/** Keeps the built-in names off some of the map; returns the function that ends that. */
export function addLabelObstacles(map: LeafletMap, source: ObstacleSource): () => void {
  const known = sources.get(map) ?? new Set()
  sources.set(map, known.add(source))
  return () => {
    known.delete(source)
    map.fire(OBSTACLES_CHANGED)
  }
}

/** All that no built-in name may lie on. */
export function labelObstacles(map: LeafletMap, window: MapWindow): LabelBox[] {
  return [...(sources.get(map) ?? [])].flatMap((source) => source(window))
}
