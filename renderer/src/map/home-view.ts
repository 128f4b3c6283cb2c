import { type Map as LeafletMap, latLngBounds } from 'leaflet'

/** Corners of the contiguous United States, latitude and longitude. */
const UNITED_STATES = latLngBounds([24.5, -125], [49.4, -66.9])

/** The view may cut this share off each edge, ocean for the most part, before it goes to half the scale. */
const TRIM = 0.05

/** First centre and zoom, before the map knows its size. */
export const HOME_CENTER: [latitude: number, longitude: number] = [38.5, -96.5]
export const HOME_ZOOM = 4

/** Shows the whole United States. */
export function goHome(map: LeafletMap): void {
  map.fitBounds(UNITED_STATES.pad(-TRIM), { animate: !prefersStillness() })
}

/** The user asks the system for less motion. */
export function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
