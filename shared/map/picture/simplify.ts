import type { Points } from './clip.ts'

/** A line without the points that lie within `tolerance` of it, after Douglas and Peucker; its ends stay. */
export function simplify(line: Points, tolerance: number): Points {
  const count = line.length / 2
  if (count < 3) return line
  const keep = new Uint8Array(count)
  keep[0] = 1
  keep[count - 1] = 1
  const open: [first: number, last: number][] = [[0, count - 1]]
  for (let range = open.pop(); range; range = open.pop()) {
    const [first, last] = range
    const farthest = farthestFrom(line, first, last, tolerance)
    if (farthest < 0) continue
    keep[farthest] = 1
    open.push([first, farthest], [farthest, last])
  }
  return line.filter((_, at) => keep[at >> 1] === 1)
}

/** The point between `first` and `last` farthest from the stretch that joins them, or -1 where none is beyond the tolerance. */
function farthestFrom(line: Points, first: number, last: number, tolerance: number): number {
  const x1 = line[first * 2] ?? 0
  const y1 = line[first * 2 + 1] ?? 0
  const dx = (line[last * 2] ?? 0) - x1
  const dy = (line[last * 2 + 1] ?? 0) - y1
  const squaredLength = dx * dx + dy * dy
  let most = tolerance * tolerance
  let farthest = -1
  for (let point = first + 1; point < last; point += 1) {
    const px = (line[point * 2] ?? 0) - x1
    const py = (line[point * 2 + 1] ?? 0) - y1
    const along = squaredLength === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squaredLength))
    const squaredDistance = (px - along * dx) ** 2 + (py - along * dy) ** 2
    if (squaredDistance > most) {
      most = squaredDistance
      farthest = point
    }
  }
  return farthest
}
