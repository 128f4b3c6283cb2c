import { worldSizePx } from '../../../shared/map/mercator.ts'
import { isShown, type MarkerScene, sceneRadiusPx } from './marker-scene.ts'

/** How far from a marker's edge a pointer may be and still mean it, CSS pixels. */
const SLACK_PX = 4
/** How far from a marker's middle a finger may be and still mean it: targets for fingers are 44 pixels across. */
export const TOUCH_REACH_PX = 22
/** No marker is larger. */
const LARGEST_REACH_PX = 28

/**
 * The row that a pointer means, or null. Of the markers under it the best ranked one, which is drawn on top;
 * failing that the nearest within reach.
 * @param x world pixels at the zoom; @param y likewise
 * @param leastReachPx how far from its middle a marker is meant however small it is; 0 for a mouse
 */
export function hitTest(scene: MarkerScene, x: number, y: number, zoom: number, leastReachPx = 0): number | null {
  const size = worldSizePx(zoom)
  let under: number | null = null
  let near: number | null = null
  let nearestPx = Infinity
  for (const row of scene.points.within(x / size, y / size, LARGEST_REACH_PX / size)) {
    if (!isShown(scene, row)) continue
    const distancePx = Math.hypot(scene.points.x[row]! * size - x, scene.points.y[row]! * size - y)
    const pastEdgePx = distancePx - sceneRadiusPx(scene, row, zoom)
    if (pastEdgePx <= 0.5) {
      if (under === null || scene.ranking.rank[row]! < scene.ranking.rank[under]!) under = row
    } else if ((pastEdgePx <= SLACK_PX || distancePx <= leastReachPx) && pastEdgePx < nearestPx) {
      nearestPx = pastEdgePx
      near = row
    }
  }
  return under ?? near
}
