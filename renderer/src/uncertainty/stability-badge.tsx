import type { Verdict } from '../../../shared/domain/site/strategies.ts'
import { formatNumber, formatPercent } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { rangeText } from './range-text.ts'
import { useStability } from './use-stability.ts'

export interface StabilityBadgeProps {
  readonly row: number
  readonly verdict: Verdict
}

/** Beside a verdict: in how many draws it stands, and between which ranks the site lies. */
export function StabilityBadge({ row, verdict }: StabilityBadgeProps) {
  const stability = useStability(row)
  const hasFailed = useApp((state) => state.uncertaintyFailed)
  if (stability === null)
    return <span className="stability">{hasFailed ? 'How sure is not known' : 'Working out how sure…'}</span>
  const { verdictHolds, draws, rank, isUnsure } = stability
  return (
    <span className="stability num" data-unsure={isUnsure}>
      <span className="stability__share">{`${verdict === 'none' ? 'None pays' : 'Holds'} in ${formatPercent(verdictHolds)}`}</span>
      {` of ${formatNumber(draws)} draws · rank ${rangeText(rank.p10, rank.p90)}`}
    </span>
  )
}
