import type { LatLng, Map as LeafletMap, LeafletMouseEvent } from 'leaflet'

/** Tells all who listen to the map that the pointer is at, or clicks on, a place: how keys draw with tools made for a mouse. */
export function fireAt(map: LeafletMap, type: 'mousemove' | 'click', latlng: LatLng): void {
  const event: Partial<LeafletMouseEvent> = {
    latlng,
    layerPoint: map.latLngToLayerPoint(latlng),
    containerPoint: map.latLngToContainerPoint(latlng),
    originalEvent: new MouseEvent(type),
  }
  map.fire(type, event)
}
