import { formatUsd } from '../../../shared/format/format-quantity.ts'
import { durationShapes } from '../charts/duration-curve.ts'

const WIDTH = 316
const HEIGHT = 130
const LEFT = 40
const BOTTOM = 30

export interface DurationChartProps {
  readonly prices: readonly number[]
  readonly strikeUsdPerMwh: number
}

/** How many of the hours have at least which price, with the strike across. */
export function DurationChart({ prices, strikeUsdPerMwh }: DurationChartProps) {
  const shapes = durationShapes(prices, strikeUsdPerMwh, WIDTH, HEIGHT)
  return (
    <svg
      className="prices__chart"
      viewBox={`0 0 ${LEFT + WIDTH + 20} ${HEIGHT + BOTTOM + 6}`}
      role="img"
      aria-label={`Duration curve of prices: from the highest to the lowest over the share of hours, with a strike of ${formatUsd(strikeUsdPerMwh)} per MWh`}
    >
      <g transform={`translate(${LEFT} 6)`}>
        {shapes.yTicks.map(({ at, value }) => (
          <g key={value}>
            <line className="prices__grid" x1="0" x2={WIDTH} y1={at} y2={at} />
            <text className="prices__tick" x="-5" y={at + 3} textAnchor="end">
              {formatUsd(value)}
            </text>
          </g>
        ))}
        <path className="prices__above" d={shapes.above} />
        <path className="prices__curve" d={shapes.curve} />
        <line className="prices__zero" x1="0" x2={WIDTH} y1={shapes.zeroY} y2={shapes.zeroY} />
        <line className="prices__strike" x1="0" x2={WIDTH} y1={shapes.strikeY} y2={shapes.strikeY} />
        {shapes.xTicks.map(({ at, share }) => (
          <text className="prices__tick" key={share} x={at} y={HEIGHT + 13} textAnchor="middle">
            {`${share * 100}%`}
          </text>
        ))}
        <text className="prices__tick" x={WIDTH} y={HEIGHT + 26} textAnchor="end">
          of the hours, $/MWh
        </text>
      </g>
    </svg>
  )
}
