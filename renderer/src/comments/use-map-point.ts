import type { LatLngExpression, Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'

/** Where a place of the map is on the screen, pixels from the map's upper left; follows the map. */
export function useMapPoint(map: LeafletMap, latitude: number, longitude: number): { x: number; y: number } {
  const [point, setPoint] = useState(() => pointOf(map, [latitude, longitude]))
  useEffect(() => {
    const update = () => setPoint(pointOf(map, [latitude, longitude]))
    update()
    map.on('move zoomend resize', update)
    return () => {
      map.off('move zoomend resize', update)
    }
  }, [map, latitude, longitude])
  return point
}

function pointOf(map: LeafletMap, place: LatLngExpression): { x: number; y: number } {
  const { x, y } = map.latLngToContainerPoint(place)
  return { x, y }
}
