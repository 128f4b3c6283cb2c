import { worldSizePx } from '../../../shared/map/mercator.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { hitTest } from './hit-test.ts'
import { isShown, type MarkerScene } from './marker-scene.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** How much a pixel aside counts against a pixel ahead. */
const ASIDE_WEIGHT = 2

/**
 * The site to which an arrow key moves from another: the nearest in the quarter of the window that lies that way, with
 * what lies aside counted double. Sites that better ones hide are passed over. Null where there is none.
 */
export function siteInDirection(
  scene: MarkerScene,
  from: number,
  direction: Direction,
  window: MapWindow,
): number | null {
  const { points, ranking } = scene
  const size = worldSizePx(window.zoom)
  const [fromX, fromY] = [points.x[from]! * size, points.y[from]! * size]
  const found: { row: number; cost: number }[] = []
  for (const row of ranking.order) {
    if (row === from || !isInWindow(scene, row, window)) continue
    const right = points.x[row]! * size - fromX
    const down = points.y[row]! * size - fromY
    const [ahead, aside] = direction === 'left' || direction === 'right' ? [right, down] : [down, right]
    const forward = direction === 'right' || direction === 'down' ? ahead : -ahead
    if (forward > 0 && Math.abs(aside) <= forward) found.push({ row, cost: forward + ASIDE_WEIGHT * Math.abs(aside) })
  }
  // Stable: of two as near the better ranked one comes first.
  found.sort((one, other) => one.cost - other.cost)
  return found.find(({ row }) => isSeen(scene, row, window.zoom))?.row ?? null
}

/** The best ranked site in the window, which no other can hide. */
export function bestInWindow(scene: MarkerScene, window: MapWindow): number | null {
  for (const row of scene.ranking.order) if (isInWindow(scene, row, window)) return row
  return null
}

export function isInWindow(scene: MarkerScene, row: number, window: MapWindow): boolean {
  if (!isShown(scene, row)) return false
  const size = worldSizePx(window.zoom)
  const x = scene.points.x[row]! * size - window.left
  const y = scene.points.y[row]! * size - window.top
  return x >= 0 && y >= 0 && x <= window.width && y <= window.height
}

/** Whether a pointer on the middle of the site would mean it and no better one. */
function isSeen(scene: MarkerScene, row: number, zoom: number): boolean {
  const size = worldSizePx(zoom)
  return hitTest(scene, scene.points.x[row]! * size, scene.points.y[row]! * size, zoom) === row
}
