import type { LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'

/** True for a closed ring of four sides along meridians and parallels: only such a rectangle stays one when a corner is dragged. */
export function isUpright(ring: readonly LonLat[]): boolean {
  const corners = ring.slice(0, 4)
  return (
    ring.length === 5 &&
    new Set(corners.map(([longitude]) => longitude)).size === 2 &&
    new Set(corners.map(([, latitude]) => latitude)).size === 2 &&
    new Set(corners.map(String)).size === 4
  )
}
