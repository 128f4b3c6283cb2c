import type { LatLng, Map as LeafletMap, LeafletMouseEvent } from 'leaflet'
import { useEffect } from 'react'
import { useAppStore } from '../stores/use-app.ts'

/** On an overview a click means the state, nearer the county. */
const FIRST_COUNTY_ZOOM = 6

/** The card that a pick opens; there is one on a screen. */
export const AREA_CARD_ID = 'area-card'

/** Set on the map's element while the pointer is on something that a click means instead of the ground. */
const TAKEN = ['map-root--on-site', 'map-root--on-feature']

/**
 * A click on empty ground opens the card of the county or state there; the key I does the same for the map's middle
 * while the map has the focus.
 */
export function useAreaPick(map: LeafletMap): void {
  const store = useAppStore()
  useEffect(() => {
    const container = map.getContainer()
    const pick = async ({ lat, lng }: LatLng) => {
      const zoom = map.getZoom()
      const areas = await store.getState().readAreas()
      const position = { latitude: lat, longitude: lng }
      const area = (zoom < FIRST_COUNTY_ZOOM ? areas?.stateAt(position) : areas?.countyAt(position)) ?? null
      const { pickedArea, pickArea } = store.getState()
      // A second click on the same county closes its card.
      pickArea(area !== null && area.fips === pickedArea?.fips ? null : area)
    }
    const click = (event: LeafletMouseEvent) => {
      // With the select tool too: the click that ends a shape comes after its tool was put away.
      const isDrawing = store.getState().isDrawingOpen
      const target = event.originalEvent.target
      const isOnShape = target instanceof Element && target.closest('.leaflet-interactive') !== null
      if (isDrawing || isOnShape || TAKEN.some((name) => container.classList.contains(name))) {
        store.getState().pickArea(null)
        return
      }
      void pick(event.latlng.wrap())
    }
    const keydown = (event: KeyboardEvent) => {
      if (event.target !== container || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key.toLowerCase() === 'i') {
        event.preventDefault()
        // Who picks by key reads the card by key: the focus follows to it.
        void pick(map.getCenter().wrap()).then(() =>
          requestAnimationFrame(() => document.getElementById(AREA_CARD_ID)?.focus({ preventScroll: true })),
        )
      } else if (event.key === 'Escape') store.getState().pickArea(null)
    }
    map.on('click', click)
    container.addEventListener('keydown', keydown)
    return () => {
      map.off('click', click)
      container.removeEventListener('keydown', keydown)
    }
  }, [map, store])
}
