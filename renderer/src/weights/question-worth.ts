import type { OpenQuestion } from '../../../shared/domain/ranking/find-out-next.ts'
import { formatPercent, formatUsdShort } from '../../../shared/format/format-quantity.ts'

/** What an answer would do for the decision, in a phrase. */
export function questionWorth({ changeChance, gainUsdPerMw }: OpenQuestion): string {
  if (changeChance === 0) return 'no answer would change the verdict'
  const chance = changeChance < 0.005 ? 'under 1%' : formatPercent(changeChance)
  return `changes the verdict with a chance of ${chance}, worth ${formatUsdShort(gainUsdPerMw)}/MW to know`
}
