import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { CommentAnchor } from '../../../shared/contract/comments.ts'
import type { Position } from '../../../shared/domain/site/site-value.ts'
import { figureBox } from '../../../shared/map/geodesy/figure-box.ts'

/** Where a thread is pinned on the map: at a place, at the middle of a line, or at the top of an area. */
export function anchorPosition(anchor: CommentAnchor, annotation: Annotation | null): Position | null {
  if (anchor.type === 'point') return anchor.position
  if (anchor.type !== 'annotation' || annotation === null) return null
  const { figure } = annotation
  const { geometry } = figure
  switch (geometry.type) {
    case 'Point': {
      const [longitude, latitude] = geometry.coordinates
      return { latitude: figure.radiusMetres === null ? latitude : figureBox(figure).north, longitude }
    }
    case 'LineString':
      return positionOf(geometry.coordinates[Math.floor(geometry.coordinates.length / 2)])
    case 'Polygon':
      return topOf(geometry.coordinates[0])
    case 'MultiPolygon':
      return topOf(geometry.coordinates[0]?.[0])
  }
}

function topOf(ring: readonly (readonly [number, number])[] | undefined): Position | null {
  let top = ring?.[0]
  for (const position of ring ?? []) if (top && position[1] > top[1]) top = position
  return positionOf(top)
}

function positionOf(position: readonly [number, number] | undefined): Position | null {
  return position ? { longitude: position[0], latitude: position[1] } : null
}
