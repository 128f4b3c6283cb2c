/**
 * How many pairs of a list stand in the wrong order, by merging ever longer sorted stretches; the list is sorted by it.
 * With n different entries, Kendall's rank correlation with the sorted order is 1 − 4·inversions/(n·(n − 1)). Source: Knight 1966.
 */
export function countInversions(list: Uint32Array): number {
  const count = list.length
  let from = list
  let into = new Uint32Array(count)
  let inversions = 0
  for (let size = 1; size < count; size *= 2) {
    for (let start = 0; start < count; start += 2 * size) {
      const middle = Math.min(start + size, count)
      const end = Math.min(start + 2 * size, count)
      let left = start
      let right = middle
      for (let at = start; at < end; at += 1) {
        if (left < middle && (right >= end || (from[left] ?? 0) <= (from[right] ?? 0))) {
          into[at] = from[left] ?? 0
          left += 1
        } else {
          into[at] = from[right] ?? 0
          right += 1
          inversions += middle - left
        }
      }
    }
    ;[from, into] = [into, from as Uint32Array<ArrayBuffer>]
  }
  if (from !== list) list.set(from)
  return inversions
}
