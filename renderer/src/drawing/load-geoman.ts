import type {} from '@geoman-io/leaflet-geoman-free'
import type * as leaflet from 'leaflet'
import type { Map as LeafletMap } from 'leaflet'
import { DRAWINGS_PANE, HANDLES_PANE } from './drawing-panes.ts'

let loading: Promise<typeof leaflet> | null = null

/**
 * Loads Geoman when something is drawn or edited for the first time, and readies a map for it. Layers that are made
 * with `pmIgnore: false` can be edited from then on; all others are let alone. Returns what readies the layers that
 * were made before.
 */
export async function loadGeoman(map: LeafletMap): Promise<(layer: leaflet.Layer) => void> {
  // A failed load, as when the host was gone for a moment, must not be the last one.
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  const { PM } = await loading
  const prepare = (layer: leaflet.Layer) => PM.reInitLayer(layer)
  // Its types say that every map has it.
  if ((map.pm as unknown) !== undefined) return prepare
  // It readies maps that are made after it; this one was there before.
  map.options.pmIgnore = false
  PM.reInitLayer(map as unknown as leaflet.Layer)
  map.pm.setGlobalOptions({
    panes: { vertexPane: HANDLES_PANE, layerPane: DRAWINGS_PANE, markerPane: HANDLES_PANE },
    snappable: true,
    snapDistance: 14,
    snapMiddle: true,
    allowSelfIntersection: true,
    tooltips: false,
    continueDrawing: false,
    limitMarkersToCount: 400,
    // Esc and Enter are heard by the desk itself, which also knows freehand and the ruler.
    exitModeOnEscape: false,
    finishOnEnter: false,
  })
  return prepare
}

async function load(): Promise<typeof leaflet> {
  await import('@geoman-io/leaflet-geoman-free')
  // Geoman extends the library that it finds as a global, which is this one.
  const extended = (window as unknown as { L: typeof leaflet }).L
  extended.PM.setOptIn(true)
  return extended
}
