import { PLAN_STATES, type YearOfPlan } from '../../../shared/domain/hybrid/megawatts-by-year.ts'
import { decimalYearMonth } from '../../../shared/format/decimal-year-month.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { planColumns } from '../charts/plan-columns.ts'
import { PLAN_STATE_LABELS } from '../ui/labels.ts'

const WIDTH = 322
const HEIGHT = 116
const LEFT = 42
const TOP = 6
const BOTTOM = 18

/** Megawatts by what they do, stacked, one column a year. The table beside it says the same in figures. */
export function PlanChart({ years }: { readonly years: readonly YearOfPlan[] }) {
  const { columns, yTicks } = planColumns(years, WIDTH, HEIGHT)
  const every = columns.length > 9 ? 2 : 1
  return (
    <figure className="plan">
      <svg
        className="plan__chart"
        viewBox={`0 0 ${LEFT + WIDTH} ${TOP + HEIGHT + BOTTOM}`}
        role="img"
        aria-label="Megawatts that mine, stand still for works, are let to AI tenants, run own GPUs or are idle, year by year; the table below has the figures"
      >
        <g transform={`translate(${LEFT} ${TOP})`}>
          {yTicks.map(({ at, value }) => (
            <g key={value}>
              <line className="plan__grid" x1="0" x2={WIDTH} y1={at} y2={at} />
              <text className="plan__tick" x="-6" y={at + 3} textAnchor="end">
                {`${formatNumber(value, Number.isInteger(value) ? 0 : 1)}${value === 0 ? ' MW' : ''}`}
              </text>
            </g>
          ))}
          {columns.map(({ fromYear, x, width, parts }, index) => (
            <g key={fromYear}>
              {parts.map(({ state, y, height }) => (
                <rect className="plan__part" data-state={state} key={state} x={x} y={y} width={width} height={height} />
              ))}
              {index % every === 0 ? (
                <text className="plan__tick" x={x + width / 2} y={HEIGHT + 13} textAnchor="middle">
                  {Math.floor(fromYear)}
                </text>
              ) : null}
            </g>
          ))}
        </g>
      </svg>
      <figcaption className="plan__legend">
        {PLAN_STATES.map((state) => (
          <span className="plan__key" data-state={state} key={state}>
            {PLAN_STATE_LABELS[state]}
          </span>
        ))}
        <span className="plan__span">{`each column a year from ${decimalYearMonth(years[0]?.fromYear ?? Number.NaN)}`}</span>
      </figcaption>
    </figure>
  )
}
