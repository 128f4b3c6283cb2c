import type { IndifferenceCurve } from '../../../shared/domain/explain/indifference-curve.ts'
import { STRATEGY_NAMES } from '../../../shared/domain/ranking/strategy-names.ts'
import { formatNumber, formatUsd } from '../../../shared/format/format-quantity.ts'
import { indifferenceShapes } from '../charts/indifference-shapes.ts'
import { VerdictChip } from '../ui/verdict-chip.tsx'

const WIDTH = 310
const HEIGHT = 150
const LEFT = 40
const BOTTOM = 18
const RIGHT = 14

/** Where mining and an AI use are worth the same, with the present prices marked. */
export function IndifferenceChart({ curve }: { readonly curve: IndifferenceCurve }) {
  const { strategy } = curve.use
  const shapes = indifferenceShapes(curve, WIDTH, HEIGHT)
  return (
    <figure className="indifference">
      <figcaption className="indifference__reading">{readingOf(curve)}</figcaption>
      <svg
        className="indifference__chart"
        viewBox={`0 0 ${LEFT + WIDTH + RIGHT} ${HEIGHT + BOTTOM + 6}`}
        role="img"
        aria-label={`Bitcoin price over ${strategy === 'lease' ? 'lease rent' : 'GPU-hour price'}: mining is worth more above the curve, ${STRATEGY_NAMES[strategy]} below it`}
      >
        <svg x={LEFT} y="6" width={WIDTH} height={HEIGHT} aria-hidden="true">
          <path d={shapes.mineRegion} style={{ fill: 'var(--verdict-mine)', opacity: 0.28 }} />
          <path d={shapes.aiRegion} style={{ fill: `var(--verdict-${strategy})`, opacity: 0.28 }} />
          <path className="indifference__curve" d={shapes.curve} />
          <rect className="indifference__ground" {...shapes.neither} />
          <rect {...shapes.neither} style={{ fill: 'var(--verdict-none)', opacity: 0.28 }} />
        </svg>
        <g transform={`translate(${LEFT} 6)`}>
          <rect className="indifference__frame" width={WIDTH} height={HEIGHT} />
          {shapes.yTicks.map(({ at, value }) => (
            <text className="indifference__tick" key={value} x="-5" y={at + 3} textAnchor="end">
              {value === 0 ? '$0' : `$${formatNumber(value / 1_000)}k`}
            </text>
          ))}
          {shapes.xTicks.map(({ at, value }) => (
            <text className="indifference__tick" key={value} x={at} y={HEIGHT + 13} textAnchor="middle">
              {formatUsd(value, Number.isInteger(value) ? 0 : 2)}
            </text>
          ))}
          <circle className="indifference__now" cx={shapes.now.x} cy={shapes.now.y} r="4.5" />
        </g>
      </svg>
      <p className="indifference__legend">
        <VerdictChip verdict="mine" />
        <VerdictChip verdict={strategy} />
        <VerdictChip verdict="none" />
        <span className="indifference__axes">
          {`● now · up: Bitcoin price · right: ${strategy === 'lease' ? 'rent, $/kW-month' : 'GPU-hour, $/h'}`}
        </span>
      </p>
    </figure>
  )
}

function readingOf(curve: IndifferenceCurve): string {
  const { use, now, indifferentBtcPriceUsd: indifferent } = curve
  const isLease = use.strategy === 'lease'
  const price = isLease
    ? `a rent of ${formatUsd(now.aiPrice, Number.isInteger(now.aiPrice) ? 0 : 2)}/kW-month`
    : `a GPU-hour of ${formatUsd(now.aiPrice, 2)}`
  const other = STRATEGY_NAMES[use.strategy]
  const neither =
    now.btcPriceUsd < curve.miningPaysFromBtcPriceUsd && now.aiPrice < curve.aiPaysFrom ? ' Today neither pays.' : ''
  if (indifferent === 0) return `At ${price}, mining is worth more than ${other} at any Bitcoin price.${neither}`
  if (!Number.isFinite(indifferent)) {
    return `At ${price}, ${other} is worth more than mining at any Bitcoin price.${neither}`
  }
  const side = now.btcPriceUsd >= indifferent ? 'more' : 'less'
  return `At ${price}, mining and ${other} are worth the same at a Bitcoin price of ${formatUsd(Math.round(indifferent / 100) * 100)}; at ${formatUsd(now.btcPriceUsd)} mining is worth ${side}.${neither}`
}
