/** Scores closer than this, relative to 1 or to the larger of them, differ by rounding alone. */
export const TIE_TOLERANCE = 1e-12

/** Rank of each score, 1 for the highest; equal scores share the better rank and the ranks after them are left out. */
export function sharedRanks(scores: ArrayLike<number>): number[] {
  const order = Array.from(scores, (_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const ranks = new Array<number>(scores.length)
  let leader = Number.POSITIVE_INFINITY
  let rank = 0
  order.forEach((index, place) => {
    const score = scores[index] ?? 0
    if (place === 0 || leader - score > TIE_TOLERANCE * Math.max(1, Math.abs(leader))) {
      leader = score
      rank = place + 1
    }
    ranks[index] = rank
  })
  return ranks
}
