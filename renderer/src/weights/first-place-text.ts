import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'

/** Whether a site could still come first once its unknowns are known, those of the leader at their worst. */
export function firstPlaceText({ order, score, scoreAtBest }: Ranking, row: number): string {
  const leader = order[0]
  if (leader === undefined) return ''
  const best = formatNumber(scoreAtBest[row] ?? Number.NaN, 1)
  const toBeat = score[leader] ?? Number.NaN
  if (leader === row) {
    const second = order[1]
    if (second === undefined) return 'The only site of the catalog.'
    const isSure = order.every((other) => other === row || (scoreAtBest[other] ?? 0) < toBeat)
    return isSure
      ? `First for certain: no other site reaches ${formatNumber(toBeat, 1)}, whatever its unknowns turn out to be.`
      : 'First now; others could pass it once their unknowns are known.'
  }
  return (scoreAtBest[row] ?? 0) >= toBeat
    ? `Could still be first: with its unknowns at their best it scores ${best}, the leader has ${formatNumber(toBeat, 1)} for certain.`
    : `Cannot be first: with its unknowns at their best it scores ${best}, the leader has ${formatNumber(toBeat, 1)} for certain.`
}
