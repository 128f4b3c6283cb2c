import type {
  AnnotationFigure,
  AnnotationGeometry,
  LonLat,
} from '../../../shared/domain/annotations/annotation-figure.ts'
import { isUpright } from './is-upright.ts'

/** The vertices of a figure, path by path, each once: rings of areas are open here. */
export function vertexPaths({ geometry }: AnnotationFigure): LonLat[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'LineString':
      return [geometry.coordinates]
    case 'Polygon':
      return geometry.coordinates.map((ring) => ring.slice(0, -1))
    case 'MultiPolygon':
      return geometry.coordinates.flat().map((ring) => ring.slice(0, -1))
  }
}

/** The figure with one of its paths replaced; null where too few vertices are left for it. */
export function withPath(figure: AnnotationFigure, path: number, vertices: readonly LonLat[]): AnnotationFigure | null {
  const { geometry } = figure
  const fewest = geometry.type === 'Point' ? 1 : geometry.type === 'LineString' ? 2 : 3
  if (vertices.length < fewest) return null
  const changed = { ...figure, geometry: geometryWith(geometry, path, vertices) }
  const isSquare = changed.geometry.type === 'Polygon' && isUpright(changed.geometry.coordinates[0] ?? [])
  return figure.shape === 'rectangle' && !isSquare ? { ...changed, shape: 'polygon' } : changed
}

function geometryWith(geometry: AnnotationGeometry, path: number, vertices: readonly LonLat[]): AnnotationGeometry {
  const first = vertices[0] ?? [0, 0]
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: [...first] }
    case 'LineString':
      return { type: 'LineString', coordinates: [...vertices] }
    case 'Polygon':
      return {
        type: 'Polygon',
        coordinates: geometry.coordinates.map((ring, at) => (at === path ? closed(vertices) : ring)),
      }
    case 'MultiPolygon': {
      let at = -1
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) =>
          polygon.map((ring) => {
            at += 1
            return at === path ? closed(vertices) : ring
          }),
        ),
      }
    }
  }
}

function closed(vertices: readonly LonLat[]): LonLat[] {
  const [first] = vertices
  return first ? [...vertices, [...first]] : []
}
