import type { Points } from '../picture/clip.ts'
import { simplify } from '../picture/simplify.ts'

/** Of the tolerance, what goes to positions that almost repeat each other; the rest straightens what is left. */
const NEAR_SHARE = 0.25

/**
 * A line or closed ring without the positions that it can do without: every dropped one lies within `tolerance` of what
 * is left. Positions that almost repeat the one before go first, so that a million of them cost little.
 */
export function simplifyShape(line: Points, tolerance: number): Points {
  return simplify(withoutNear(line, tolerance * NEAR_SHARE), tolerance * (1 - NEAR_SHARE))
}

function withoutNear(line: Points, distance: number): Points {
  if (line.length <= 4) return line
  const last = line.length - 2
  const kept = [line[0]!, line[1]!]
  let [x, y] = kept as [number, number]
  for (let at = 2; at < last; at += 2) {
    if ((line[at]! - x) ** 2 + (line[at + 1]! - y) ** 2 <= distance * distance) continue
    x = line[at]!
    y = line[at + 1]!
    kept.push(x, y)
  }
  kept.push(line[last]!, line[last + 1]!)
  return kept
}
