import type { Verdict } from '../../../shared/domain/site/strategies.ts'
import { type Portfolio, portfolioFigures } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { LINEAR_STRATEGIES } from '../../../shared/domain/uncertainty/portfolio/portfolio-sites.ts'
import { SINGLE_VERDICTS } from '../../../shared/domain/uncertainty/portfolio/winner-shares.ts'
import { formatNumber, formatPercent } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { rangeText } from './range-text.ts'
import { usePortfolio } from './use-portfolio.ts'
import { useStability } from './use-stability.ts'

export interface StabilityBadgeProps {
  readonly row: number
  readonly verdict: Verdict
}

/** Beside a verdict: in how many draws it stands, and between which ranks the site lies. */
export function StabilityBadge({ row, verdict }: StabilityBadgeProps) {
  const stability = useStability(row)
  const hasFailed = useApp((state) => state.uncertaintyFailed)
  const isAsked = useApp((state) => state.drawsByThemselves || state.isDrawing)
  const portfolio = usePortfolio()
  if (stability === null && portfolio !== null && row < portfolio.count)
    return <span className="stability num">{portfolioText(portfolio, row, verdict)}</span>
  if (stability === null)
    return (
      <span className="stability">
        {hasFailed ? 'How sure is not known' : isAsked ? 'Working out how sure…' : 'How sure: not worked out'}
      </span>
    )
  const { verdictHolds, draws, rank, isUnsure } = stability
  return (
    <span className="stability num" data-unsure={isUnsure}>
      <span className="stability__share">{`${verdict === 'none' ? 'None pays' : 'Holds'} in ${formatPercent(verdictHolds)}`}</span>
      {` of ${formatNumber(draws)} draws · rank ${rangeText(rank.p10, rank.p90)}`}
    </span>
  )
}

/** Before the draws of every site are done, a large catalog's badge says what the portfolio method knows. */
function portfolioText(portfolio: Portfolio, row: number, verdict: Verdict): string {
  const top = portfolio.topShare?.[row]
  const place = top === undefined ? '' : ` · best ${formatNumber(portfolio.places)} in ${formatPercent(top)}`
  const { winners } = portfolio
  const single = SINGLE_VERDICTS.find((each) => each === verdict)
  if (winners !== null && single !== undefined) {
    const share = formatPercent(winners.share[single][row] ?? 0)
    return `${single === 'none' ? 'None pays' : 'Best'} in ${share} of ${formatNumber(winners.draws)} market draws${place}`
  }
  const strategy = LINEAR_STRATEGIES.find((each) => each === verdict)
  const positive = strategy === undefined ? null : portfolioFigures(portfolio, strategy, row).positive
  if (positive === null) return `Working out how sure…${place}`
  return `Pays in ${formatPercent(positive)} of ${formatNumber(portfolio.draws)} market draws${place}`
}
