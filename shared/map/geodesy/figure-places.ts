import type { AnnotationFigure, LonLat } from '../../domain/annotations/annotation-figure.ts'

/** Every place of a figure, ring after ring; the last of a ring repeats its first. */
export function figurePlaces({ geometry }: AnnotationFigure): LonLat[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
      return geometry.coordinates
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}
