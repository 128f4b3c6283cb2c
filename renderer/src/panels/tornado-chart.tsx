import type { Tornado, TornadoEnd, TornadoInput } from '../../../shared/domain/explain/tornado.ts'
import { ASSUMPTIONS } from '../../../shared/domain/scenario/assumption-defs.ts'
import { isSiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import { VERDICT_LABELS } from '../../../shared/domain/site/strategies.ts'
import { formatAssumption } from '../../../shared/format/format-assumption.ts'
import { formatUsdPerMwh, formatUsdShort } from '../../../shared/format/format-quantity.ts'
import { tornadoBars } from '../charts/tornado-bars.ts'
import { optionLabel } from '../ui/labels.ts'
import { VerdictChip } from '../ui/verdict-chip.tsx'

const WIDTH = 200
const HEIGHT = 12

/** The strongest inputs as bars around the present value, each with the range it is moved over and what it turns the verdict to. */
export function TornadoChart({ tornado }: { readonly tornado: Tornado }) {
  const { valueUsdPerMw, inputs } = tornado
  const bars = tornadoBars(
    valueUsdPerMw,
    inputs.map(({ low, high }) => ({ low: low.valueUsdPerMw, high: high.valueUsdPerMw })),
    WIDTH,
  )
  return (
    <>
      <p className="tornado__legend">
        <span className="tornado__key" data-end="low">
          at its low or worst
        </span>
        <span className="tornado__key" data-end="high">
          at its high or best
        </span>
        <span className="tornado__now num">{`now ${formatUsdShort(valueUsdPerMw)} a MW`}</span>
      </p>
      <ol className="tornado">
        {inputs.map((input, index) => (
          <li className="tornado__row" key={input.id}>
            <span className="tornado__label">{input.label}</span>
            <svg
              className="tornado__chart"
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              {bars.zeroX === null ? null : (
                <line className="tornado__zero" x1={bars.zeroX} x2={bars.zeroX} y1="0" y2={HEIGHT} />
              )}
              {(bars.rows[index] ?? []).map(({ end, x, width }) => (
                <rect key={end} className="tornado__bar" data-end={end} x={x} y="2" width={width} height={HEIGHT - 4} />
              ))}
              <line className="tornado__base" x1={bars.nowX} x2={bars.nowX} y1="0" y2={HEIGHT} />
            </svg>
            <Ends input={input} tornado={tornado} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Ends({ input, tornado }: { readonly input: TornadoInput; readonly tornado: Tornado }) {
  return (
    <span className="tornado__ends">
      {[input.low, input.high].map((end, index) => (
        <span className="tornado__end" key={index === 0 ? 'low' : 'high'}>
          <span className="num">{`${settingText(input, end)}: ${valueText(end)}`}</span>
          {end.verdict === tornado.verdict ? null : (
            <>
              <span className="visually-hidden">, turns to {VERDICT_LABELS[end.verdict]}</span>
              <span className="tornado__turn" aria-hidden="true">
                → <VerdictChip verdict={end.verdict} />
              </span>
            </>
          )}
        </span>
      ))}
    </span>
  )
}

function settingText({ id, assumption }: TornadoInput, { setting }: TornadoEnd): string {
  if (assumption === 'powerPriceChangeUsdPerMwh') return formatUsdPerMwh(Number(setting))
  if (assumption !== null) return formatAssumption(ASSUMPTIONS[assumption], Number(setting))
  if (typeof setting === 'string') return optionLabel(setting)
  const unit = isSiteFieldKey(id) ? siteField(id).unit : undefined
  return `${setting} ${unit ?? ''}`.trim()
}

function valueText({ valueUsdPerMw }: TornadoEnd): string {
  return Number.isNaN(valueUsdPerMw) ? 'no use allowed' : formatUsdShort(valueUsdPerMw)
}
