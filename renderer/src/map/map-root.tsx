import type { Map as LeafletMap } from 'leaflet'
import type { JSX } from 'react'
// react-leaflet is under the Hippocratic License 2.1, which is not an open source licence in OSI's sense. It is
// imported in this module alone, so that twenty lines around Leaflet (BSD-2-Clause) could take its place.
import { MapContainer } from 'react-leaflet'
import 'leaflet/dist/leaflet.css'

export interface MapRootProps {
  readonly center: [latitude: number, longitude: number]
  readonly zoom: number
  /** Gets the map when it is there, and null when it goes. */
  onMap(map: LeafletMap | null): void
}

/** Zooms between which the map can be moved. */
const LEAST_ZOOM = 3
const MOST_ZOOM = 16

/** Leaflet's map in React's tree. Layers are added to the map itself: none of them is a React component. */
export function MapRoot({ center, zoom, onMap }: MapRootProps): JSX.Element {
  return (
    <MapContainer
      ref={onMap}
      className="map-root"
      center={center}
      zoom={zoom}
      minZoom={LEAST_ZOOM}
      maxZoom={MOST_ZOOM}
      zoomControl={false}
      attributionControl={false}
      // Whole zooms keep tiles on whole pixels: between them their edges show as seams.
      zoomSnap={1}
      fadeAnimation={false}
      worldCopyJump
    />
  )
}
