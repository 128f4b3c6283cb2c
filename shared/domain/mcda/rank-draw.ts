import { TIE_TOLERANCE } from './shared-ranks.ts'

/**
 * Ranks of many score lists of one length, quickly: the same as `sharedRanks`. The array that comes back is used again
 * by the next call.
 *
 * A site's index replaces the lowest bits of its score, so that one plain numeric sort yields the order; an insertion
 * pass over the full scores then mends neighbours that differ only in those bits.
 */
export function rankDraw(count: number): (scores: Float64Array) => Uint32Array {
  const keys = new Float64Array(count)
  const words = new Uint32Array(keys.buffer)
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, count))) - 1
  const lowWord = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1
  const order = new Uint32Array(count)
  const ranks = new Uint32Array(count)
  return (scores) => {
    keys.set(scores)
    for (let site = 0; site < count; site += 1) {
      const at = 2 * site + lowWord
      words[at] = (((words[at] ?? 0) & ~mask) | site) >>> 0
    }
    keys.sort()
    for (let place = 0; place < count; place += 1) {
      const site = (words[2 * (count - 1 - place) + lowWord] ?? 0) & mask
      const score = scores[site] ?? 0
      let to = place
      while (to > 0 && (scores[order[to - 1] ?? 0] ?? 0) < score) {
        order[to] = order[to - 1] ?? 0
        to -= 1
      }
      order[to] = site
    }
    let leader = Number.POSITIVE_INFINITY
    let rank = 0
    for (let place = 0; place < count; place += 1) {
      const site = order[place] ?? 0
      const score = scores[site] ?? 0
      if (place === 0 || leader - score > TIE_TOLERANCE * Math.max(1, Math.abs(leader))) {
        leader = score
        rank = place + 1
      }
      ranks[site] = rank
    }
    return ranks
  }
}
