import type { Position } from 'geojson'

/**
 * The rings of a polygon as shapefiles want them: the outline clockwise, holes the other way around. Fills that count
 * the turns of an outline, as PDF's do, leave holes open only then.
 */
export function woundRings<P extends Position>(rings: readonly P[][]): P[][] {
  return rings.map((ring, index) => (isClockwise(ring) === (index === 0) ? ring : ring.toReversed()))
}

function isClockwise(ring: readonly Position[]): boolean {
  let twiceArea = 0
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? []
    twiceArea += x * nextY - nextX * y
  })
  return twiceArea < 0
}
