import {
  Circle,
  CircleMarker,
  type Layer,
  latLngBounds,
  Marker,
  type PathOptions,
  Polygon,
  Polyline,
  Rectangle,
} from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'
import { annotationIcon } from './annotation-icon.ts'
import { pathOptions } from './annotation-path.ts'
import { DRAWINGS_PANE, WORDS_PANE } from './drawing-panes.ts'
import { isUpright } from './is-upright.ts'
import { leafletRadius } from './leaflet-radius.ts'

/**
 * One annotation as a Leaflet layer that shows it and can be edited; it is a view and nothing is kept in it. `look`
 * overrides how lines and areas are drawn.
 */
export function annotationLayer(annotation: Annotation, look: PathOptions = {}): Layer {
  const { figure, style } = annotation
  const { geometry } = figure
  const options = {
    ...pathOptions(style, figure.shape, geometry.type === 'LineString'),
    pane: DRAWINGS_PANE,
    bubblingMouseEvents: false,
    pmIgnore: false,
    ...look,
  }
  if (geometry.type === 'Point') {
    const at = latLng(geometry.coordinates)
    if (figure.radiusMetres !== null)
      return new Circle(at, { ...options, radius: leafletRadius(geometry.coordinates, figure.radiusMetres) })
    if (figure.shape === 'text' || figure.shape === 'photo')
      return new Marker(at, {
        icon: annotationIcon(annotation),
        pane: WORDS_PANE,
        bubblingMouseEvents: false,
        // The list of drawings is their way for the keyboard: hundreds of stops on the map would bar the way to it.
        keyboard: false,
        pmIgnore: false,
      })
    return new CircleMarker(at, { ...options, radius: pointRadius(style.strokeWidthPx) })
  }
  if (geometry.type === 'LineString') return new Polyline(geometry.coordinates.map(latLng), options)
  if (geometry.type === 'MultiPolygon')
    return new Polygon(
      geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(latLng))),
      options,
    )
  const rings = geometry.coordinates.map((ring) => ring.map(latLng))
  const outer = geometry.coordinates[0]
  if (figure.shape === 'rectangle' && rings.length === 1 && outer && isUpright(outer))
    return new Rectangle(latLngBounds(outer.map(latLng)), options)
  return new Polygon(rings, options)
}

/** A point is a dot that grows with the stroke chosen for it. */
function pointRadius(strokeWidthPx: number): number {
  return 4 + strokeWidthPx
}

function latLng([longitude, latitude]: LonLat): [number, number] {
  return [latitude, longitude]
}
