import { IconBan, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { StrategyExplanation } from '../../../shared/domain/ranking/site-explanation.ts'
import { type Strategy, VERDICT_LABELS, type Verdict } from '../../../shared/domain/site/strategies.ts'
import type { Range } from '../../../shared/domain/uncertainty/site-stability.ts'
import { formatUsdShort } from '../../../shared/format/format-quantity.ts'
import { strategyBars } from '../charts/strategy-bars.ts'
import { DerivationSteps } from '../ui/derivation-steps.tsx'
import { Whisker } from '../uncertainty/whisker.tsx'

export interface StrategyRowsProps {
  readonly strategies: readonly StrategyExplanation[]
  readonly verdict: Verdict
  /** P10 to P90 of each value; null until the draws are done. */
  readonly ranges: Readonly<Record<Strategy, Range>> | null
}

const CHART_WIDTH = 200

/** The five strategies as a bar chart whose rows open to their derivation. */
export function StrategyRows({ strategies, verdict, ranges }: StrategyRowsProps) {
  const [open, setOpen] = useState<Strategy | null>(null)
  const { bars, zeroX, xOf } = strategyBars(
    strategies.map((each) => each.npvUsdPerMw),
    CHART_WIDTH,
    ranges === null ? [] : Object.values(ranges).flatMap(({ p10, p90 }) => [p10, p90]),
  )
  return (
    <div className="strategies">
      {strategies.map(({ strategy, npvUsdPerMw, isBlocked, summary, steps }, index) => {
        const bar = bars[index]
        const isOpen = open === strategy
        return (
          <div className="strategy" key={strategy}>
            <button
              type="button"
              className="strategy__button plain-button"
              aria-expanded={isOpen}
              onClick={() => setOpen(isOpen ? null : strategy)}
            >
              <IconChevronRight className="chevron" size={12} stroke={2} />
              <span className="strategy__label" data-best={strategy === verdict}>
                {VERDICT_LABELS[strategy]}
              </span>
              <svg
                className="strategy__chart"
                viewBox={`0 0 ${CHART_WIDTH} 18`}
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <line
                  x1={zeroX}
                  x2={zeroX}
                  y1="0"
                  y2="18"
                  style={{ stroke: 'var(--line-strong)' }}
                  vectorEffect="non-scaling-stroke"
                />
                {bar ? (
                  <rect
                    x={bar.x}
                    y="4"
                    width={bar.width}
                    height="10"
                    style={{ fill: `var(--verdict-${strategy})`, opacity: isBlocked ? 0.3 : 1 }}
                  />
                ) : null}
                {bar?.isCut ? (
                  <path
                    d={`M${bar.isNegative ? 8 : CHART_WIDTH - 8} 15l4 -12m4 0l-4 12`}
                    style={{ stroke: 'var(--surface)', strokeWidth: 2, fill: 'none' }}
                    vectorEffect="non-scaling-stroke"
                  />
                ) : null}
                {ranges === null ? null : <Whisker from={xOf(ranges[strategy].p10)} to={xOf(ranges[strategy].p90)} />}
              </svg>
              <span className="strategy__value num" data-blocked={isBlocked}>
                {isBlocked ? <IconBan size={12} stroke={2} aria-label="Taken away by a failed gate" /> : null}{' '}
                {Number.isNaN(npvUsdPerMw) ? <span className="unknown">unknown</span> : formatUsdShort(npvUsdPerMw)}
              </span>
            </button>
            {isOpen ? (
              <div className="derivation">
                <p className="derivation__summary">{summary}</p>
                {ranges === null ? null : (
                  <p className="derivation__summary num">{`In the draws ${formatUsdShort(ranges[strategy].p50)}, from ${formatUsdShort(ranges[strategy].p10)} to ${formatUsdShort(ranges[strategy].p90)} (P50, P10 to P90).`}</p>
                )}
                <DerivationSteps steps={steps} />
              </div>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
