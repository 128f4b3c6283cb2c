/** A rectangle in points. */
export interface Rect {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Coordinates of a line or ring: x0, y0, x1, y1 … */
export type Points = readonly number[]

/** A ring cut to a rectangle, after Sutherland and Hodgman; empty where nothing is left. Parts stay joined along the edge. */
export function clipRing(ring: Points, rect: Rect): Points {
  let points = ring
  for (const side of SIDES) {
    if (points.length === 0) return points
    points = clipToSide(points, side, rect)
  }
  return points
}

interface Side {
  /** Signed distance to the inside of the side. */
  inside(x: number, y: number, rect: Rect): number
}

const SIDES: readonly Side[] = [
  { inside: (x, _y, rect) => x - rect.minX },
  { inside: (x, _y, rect) => rect.maxX - x },
  { inside: (_x, y, rect) => y - rect.minY },
  { inside: (_x, y, rect) => rect.maxY - y },
]

function clipToSide(points: Points, side: Side, rect: Rect): Points {
  const kept: number[] = []
  let fromX = points[points.length - 2] ?? 0
  let fromY = points[points.length - 1] ?? 0
  let from = side.inside(fromX, fromY, rect)
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at] ?? 0
    const y = points[at + 1] ?? 0
    const to = side.inside(x, y, rect)
    if (from < 0 !== to < 0) {
      const share = from / (from - to)
      kept.push(fromX + share * (x - fromX), fromY + share * (y - fromY))
    }
    if (to >= 0) kept.push(x, y)
    fromX = x
    fromY = y
    from = to
  }
  return kept
}

/** The stretches of a line that run inside a rectangle, after Liang and Barsky. */
export function clipLine(line: Points, rect: Rect): Points[] {
  const stretches: number[][] = []
  let stretch: number[] = []
  for (let at = 2; at < line.length; at += 2) {
    const x1 = line[at - 2] ?? 0
    const y1 = line[at - 1] ?? 0
    const x2 = line[at] ?? 0
    const y2 = line[at + 1] ?? 0
    const span = visibleSpan(x1, y1, x2, y2, rect)
    if (!span) continue
    const [enter, leave] = span
    if (enter > 0 || stretch.length === 0) {
      stretch = [x1 + enter * (x2 - x1), y1 + enter * (y2 - y1)]
      stretches.push(stretch)
    }
    stretch.push(x1 + leave * (x2 - x1), y1 + leave * (y2 - y1))
    if (leave < 1) stretch = []
  }
  return stretches
}

function visibleSpan(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  rect: Rect,
): [enter: number, leave: number] | null {
  const dx = x2 - x1
  const dy = y2 - y1
  let enter = 0
  let leave = 1
  for (const [run, room] of [
    [-dx, x1 - rect.minX],
    [dx, rect.maxX - x1],
    [-dy, y1 - rect.minY],
    [dy, rect.maxY - y1],
  ] as const) {
    if (run === 0) {
      if (room < 0) return null
      continue
    }
    const share = room / run
    if (run < 0) enter = Math.max(enter, share)
    else leave = Math.min(leave, share)
    if (enter > leave) return null
  }
  return [enter, leave]
}
