import type { AnnotationFigure, AnnotationGeometry, LonLat } from '../../domain/annotations/annotation-figure.ts'

/** The same figure with each of its places moved by `move`; a circle keeps its radius. */
export function mapFigure(figure: AnnotationFigure, move: (place: LonLat) => LonLat): AnnotationFigure {
  return { ...figure, geometry: mapGeometry(figure.geometry, move) }
}

function mapGeometry(geometry: AnnotationGeometry, move: (place: LonLat) => LonLat): AnnotationGeometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(move) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(move)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(move))),
      }
  }
}
