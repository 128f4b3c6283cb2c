import type { AnnotationShape } from './annotation-shape.ts'

/** Degrees WGS 84: longitude, latitude. */
export type LonLat = [longitude: number, latitude: number]

/** As GeoJSON writes it; the rings of a polygon are closed. */
export type AnnotationGeometry =
  | { type: 'Point'; coordinates: LonLat }
  | { type: 'LineString'; coordinates: LonLat[] }
  | { type: 'Polygon'; coordinates: LonLat[][] }
  | { type: 'MultiPolygon'; coordinates: LonLat[][][] }

/** What was drawn and where: these mean something only together. */
export interface AnnotationFigure {
  shape: AnnotationShape
  geometry: AnnotationGeometry
  /** Of a circle; null for all others. */
  radiusMetres: number | null
}
