import { TIE_TOLERANCE } from './shared-ranks.ts'

/** Scores in one bucket beyond which sorting them by insertion costs more than a sort of everything. */
const MOST_IN_BUCKET = 24

/**
 * Ranks of many score lists of one length, quickly: the same as `sharedRanks`. The array that comes back is used again
 * by the next call.
 *
 * Scores fall into as many even buckets as there are sites, which puts them nearly in order; an insertion pass does the
 * rest. Where scores crowd into few buckets, a numeric sort comes first.
 */
export function rankDraw(count: number): (scores: Float64Array) => Uint32Array {
  const bucketOf = new Uint32Array(count)
  const starts = new Uint32Array(count + 1)
  const order = new Uint32Array(count)
  const ranks = new Uint32Array(count)
  const sortCrowded = crowdSorter(count)
  return (scores) => {
    if (!fillBuckets(scores, bucketOf, starts)) sortCrowded(scores, order)
    else {
      for (let site = 0; site < count; site += 1) {
        const bucket = bucketOf[site] ?? 0
        const place = starts[bucket] ?? 0
        starts[bucket] = place + 1
        order[place] = site
      }
    }
    insert(scores, order)
    share(scores, order, ranks)
    return ranks
  }
}

/** Bucket of each score, best first, and where each bucket starts in the order; false where one is crowded. */
function fillBuckets(scores: Float64Array, bucketOf: Uint32Array, starts: Uint32Array): boolean {
  const count = scores.length
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (let site = 0; site < count; site += 1) {
    const score = scores[site] ?? 0
    if (score < lowest) lowest = score
    if (score > highest) highest = score
  }
  const perScore = (count - 1) / (highest - lowest)
  if (!(perScore < Number.POSITIVE_INFINITY)) return false
  starts.fill(0)
  let isCrowded = false
  for (let site = 0; site < count; site += 1) {
    const bucket = Math.floor((highest - (scores[site] ?? 0)) * perScore)
    bucketOf[site] = bucket
    const held = (starts[bucket + 1] ?? 0) + 1
    starts[bucket + 1] = held
    if (held > MOST_IN_BUCKET) isCrowded = true
  }
  for (let bucket = 1; bucket <= count; bucket += 1) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  return !isCrowded
}

/**
 * Fills an order that is right but for neighbours that differ in their last bits only: a site's index replaces the
 * lowest bits of its score, so that one plain numeric sort moves both.
 */
function crowdSorter(count: number): (scores: Float64Array, order: Uint32Array) => void {
  const keys = new Float64Array(count)
  const words = new Uint32Array(keys.buffer)
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, count))) - 1
  const lowWord = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1
  return (scores, order) => {
    keys.set(scores)
    for (let site = 0; site < count; site += 1) {
      const at = 2 * site + lowWord
      words[at] = (((words[at] ?? 0) & ~mask) | site) >>> 0
    }
    keys.sort()
    for (let place = 0; place < count; place += 1) {
      order[place] = (words[2 * (count - 1 - place) + lowWord] ?? 0) & mask
    }
  }
}

function insert(scores: Float64Array, order: Uint32Array): void {
  for (let place = 1; place < order.length; place += 1) {
    const site = order[place] ?? 0
    const score = scores[site] ?? 0
    let to = place
    while (to > 0 && (scores[order[to - 1] ?? 0] ?? 0) < score) {
      order[to] = order[to - 1] ?? 0
      to -= 1
    }
    order[to] = site
  }
}

function share(scores: Float64Array, order: Uint32Array, ranks: Uint32Array): void {
  let leader = Number.POSITIVE_INFINITY
  let rank = 0
  for (let place = 0; place < order.length; place += 1) {
    const site = order[place] ?? 0
    const score = scores[site] ?? 0
    if (place === 0 || leader - score > TIE_TOLERANCE * Math.max(1, Math.abs(leader))) {
      leader = score
      rank = place + 1
    }
    ranks[site] = rank
  }
}
