/** Corner of a polygon in the plane. */
export type Corner = readonly [x: number, y: number]

export type Polygon = readonly Corner[]

/** Value of `constant + x·atX + y·atY` at a corner. */
export interface Plane {
  readonly constant: number
  readonly atX: number
  readonly atY: number
}

/** The part of a convex polygon where the plane is at least 0; empty where it nowhere is. */
export function clip(polygon: Polygon, { constant, atX, atY }: Plane): Polygon {
  const height = ([x, y]: Corner) => constant + atX * x + atY * y
  return polygon.flatMap((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner
    const here = height(corner)
    const there = height(next)
    const kept = here >= 0 ? [corner] : []
    // Signs, since the product of tiny heights would vanish.
    if (Math.sign(here) * Math.sign(there) < 0) {
      const part = here / (here - there)
      kept.push([corner[0] + part * (next[0] - corner[0]), corner[1] + part * (next[1] - corner[1])])
    }
    return kept
  })
}

/** Area and centroid of a convex polygon. Source: Bourke 1988. */
export function areaAndCentroid(polygon: Polygon): { readonly area: number; readonly centroid: Corner } {
  const [origin = [0, 0]] = polygon
  let twice = 0
  let momentX = 0
  let momentY = 0
  polygon.forEach((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner
    // Measured from a corner, so that small polygons far from 0 lose no digits.
    const x1 = corner[0] - origin[0]
    const y1 = corner[1] - origin[1]
    const x2 = next[0] - origin[0]
    const y2 = next[1] - origin[1]
    const cross = x1 * y2 - x2 * y1
    twice += cross
    momentX += (x1 + x2) * cross
    momentY += (y1 + y2) * cross
  })
  if (twice === 0) return { area: 0, centroid: origin }
  return {
    area: Math.abs(twice) / 2,
    centroid: [origin[0] + momentX / (3 * twice), origin[1] + momentY / (3 * twice)],
  }
}
