import { worldSizePx } from '../mercator.ts'
import { classStyles, sizeAtZoom } from './class-styles.ts'
import type { LayerScene } from './layer-scene.ts'
import { PART, WORLD_UNITS } from './layer-shapes.ts'

/** How far beside a line or a point it is still hit, CSS pixels. */
const SLACK_PX = 5

/**
 * The feature of a layer at a place, as an index: points before lines before areas, of several the nearest, and of
 * areas the one with the smallest box. Null where there is none.
 * @param x world x of the place, from 0 to 1, as of the Mercator square.
 */
export function hitLayer(scene: LayerScene, x: number, y: number, zoom: number): number | null {
  const { shapes, boxes, look, classes } = scene
  const px = worldSizePx(zoom) / WORLD_UNITS
  const size = sizeAtZoom(zoom)
  const styles = classStyles(look, 'light')
  const reach = (SLACK_PX + Math.max(...styles.map(({ radiusPx, widthPx }) => Math.max(radiusPx, widthPx / 2)))) / px
  const [unitsX, unitsY] = [x * WORLD_UNITS, y * WORLD_UNITS]
  let best: { feature: number; rank: number; distance: number } | null = null
  for (let feature = 0; feature < shapes.ids.length; feature += 1) {
    const at = 4 * feature
    if (unitsX < boxes[at]! - reach || unitsX > boxes[at + 2]! + reach) continue
    if (unitsY < boxes[at + 1]! - reach || unitsY > boxes[at + 3]! + reach) continue
    const style = styles[classes?.[feature] ?? 0] ?? styles[0]
    const hit = hitFeature(scene, feature, unitsX, unitsY, {
      point: ((style?.radiusPx ?? 0) * size + SLACK_PX) / px,
      line: (((style?.widthPx ?? 0) * size) / 2 + SLACK_PX) / px,
    })
    if (hit && (!best || hit.rank < best.rank || (hit.rank === best.rank && hit.distance <= best.distance)))
      best = { feature, ...hit }
  }
  return best?.feature ?? null
}

interface Hit {
  readonly rank: number
  readonly distance: number
}

function hitFeature(
  { shapes, boxes, look }: LayerScene,
  feature: number,
  x: number,
  y: number,
  reach: { readonly point: number; readonly line: number },
): Hit | null {
  const { partStarts, kinds, positionStarts, xy } = shapes
  let nearest = Infinity
  let isInside = false
  for (let part = partStarts[feature]!; part < partStarts[feature + 1]!; part += 1) {
    const from = positionStarts[part]!
    const to = positionStarts[part + 1]!
    const kind = kinds[part]!
    if (kind === PART.point || kind === PART.speck) {
      const distance = Math.hypot(xy[2 * from]! - x, xy[2 * from + 1]! - y)
      if (distance <= reach.point) return { rank: 0, distance }
      continue
    }
    for (let at = from; at + 1 < to; at += 1)
      nearest = Math.min(nearest, toSegment(x, y, xy[2 * at]!, xy[2 * at + 1]!, xy[2 * at + 2]!, xy[2 * at + 3]!))
    // Counted over outlines and holes together, so that what is in a hole is outside.
    if (kind !== PART.line && crossings(xy, from, to, x, y) % 2 === 1) isInside = !isInside
  }
  if (isInside && look.fillOpacity > 0) {
    const at = 4 * feature
    return { rank: 2, distance: (boxes[at + 2]! - boxes[at]!) * (boxes[at + 3]! - boxes[at + 1]!) }
  }
  return nearest <= reach.line ? { rank: 1, distance: nearest } : null
}

function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
}

function crossings(xy: Uint32Array, from: number, to: number, x: number, y: number): number {
  let count = 0
  for (let at = from, before = to - 1; at < to; before = at, at += 1) {
    const ay = xy[2 * before + 1]!
    const by = xy[2 * at + 1]!
    if (ay > y === by > y) continue
    const ax = xy[2 * before]!
    if (x < ax + ((y - ay) / (by - ay)) * (xy[2 * at]! - ax)) count += 1
  }
  return count
}
