import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import { goHome, prefersStillness } from './home-view.ts'
import { isShown, type MarkerScene } from './marker-scene.ts'
import { rowPosition } from './rings-layer.ts'

export interface MapViewState {
  readonly latitude: number
  readonly longitude: number
  readonly zoom: number
}

export interface ViewProps {
  readonly focus: { readonly row: number; readonly token: number } | null
  readonly initialView?: MapViewState | undefined
  onViewChange?(view: MapViewState): void
}

/** A site that is focused from far away is shown from no farther than this. */
const FOCUS_ZOOM = 6

/** What the map shows: its first view, its size, the Home key, and moves to a focused site. */
export function useMapView(map: LeafletMap | null, scene: MarkerScene, props: ViewProps): void {
  const latest = useRef({ scene, props })
  useEffect(() => {
    latest.current = { scene, props }
  })

  useEffect(() => {
    if (!map) return
    const { initialView } = latest.current.props
    map.invalidateSize({ animate: false })
    // A later change of size, as when a panel opens, must not take the user home from where they have gone.
    if (!initialView && map.getSize().x > 0) goHome(map)
    else if (!initialView) map.once('resize', () => goHome(map))

    const report = () => {
      const { lat, lng } = map.getCenter()
      latest.current.props.onViewChange?.({ latitude: lat, longitude: lng, zoom: map.getZoom() })
    }
    const keydown = (event: KeyboardEvent) => {
      if (event.key !== 'Home' || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      goHome(map)
    }
    const container = map.getContainer()
    const sizeWatch = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false }))
    map.on('moveend', report)
    container.addEventListener('keydown', keydown)
    sizeWatch.observe(container)
    return () => {
      sizeWatch.disconnect()
      container.removeEventListener('keydown', keydown)
      map.off('moveend', report)
    }
  }, [map])

  const token = props.focus?.token
  useEffect(() => {
    const { scene: current, props: now } = latest.current
    if (!map || token === undefined || !now.focus || !isShown(current, now.focus.row)) return
    // The site's panel may have opened in this very render; the observer would tell the map of it after the move.
    map.invalidateSize({ animate: false, pan: false })
    const zoom = Math.max(map.getZoom(), FOCUS_ZOOM)
    map.setView(rowPosition(current, now.focus.row), zoom, { animate: !prefersStillness() })
  }, [map, token])
}
