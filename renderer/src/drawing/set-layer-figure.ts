import { Circle, CircleMarker, type Layer, Marker, Polygon, Polyline } from 'leaflet'
import type { AnnotationFigure, LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'
import { leafletRadius } from './leaflet-radius.ts'

/** Brings a layer to where a figure lies, without making it anew: while it is dragged, for every frame. */
export function setLayerFigure(layer: Layer, { geometry, radiusMetres }: AnnotationFigure): void {
  if (geometry.type === 'Point') {
    if (layer instanceof Circle && radiusMetres !== null)
      layer.setRadius(leafletRadius(geometry.coordinates, radiusMetres))
    if (layer instanceof CircleMarker || layer instanceof Marker) layer.setLatLng(latLng(geometry.coordinates))
  } else if (geometry.type === 'LineString') {
    if (layer instanceof Polyline) layer.setLatLngs(geometry.coordinates.map(latLng))
  } else if (layer instanceof Polygon) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const nested = polygons.map((rings) => rings.map((ring) => ring.map(latLng)))
    layer.setLatLngs(nested.length === 1 && nested[0] ? nested[0] : nested)
  }
}

function latLng([longitude, latitude]: LonLat): [number, number] {
  return [latitude, longitude]
}
