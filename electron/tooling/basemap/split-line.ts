import type { Position } from 'geojson'

/** Cuts a line where it jumps across the antimeridian, so that no stroke runs the width of the map. */
export function splitLine(line: readonly Position[]): Position[][] {
  const parts: Position[][] = []
  let part: Position[] = []
  for (const point of line) {
    const before = part.at(-1)
    if (before && Math.abs(point[0]! - before[0]!) > 180) {
      parts.push(part)
      part = []
    }
    part.push(point)
  }
  parts.push(part)
  return parts.filter((each) => each.length > 1)
}
