import { useId, useState } from 'react'
import type { EffectiveMwExplanation } from '../../../shared/domain/megawatts/explain-effective-mw.ts'
import { type Strategy, VERDICT_LABELS, type Verdict } from '../../../shared/domain/site/strategies.ts'
import { formatMw } from '../../../shared/format/format-quantity.ts'
import { waterfallBars } from '../charts/waterfall-bars.ts'

const CHART_WIDTH = 200

export interface EffectiveMwSectionProps {
  readonly effectiveMw: readonly EffectiveMwExplanation[]
  readonly verdict: Verdict
}

/** The waterfall from claimed to usable megawatts; what is not proven is an outline, not a bar. */
export function EffectiveMwSection({ effectiveMw, verdict }: EffectiveMwSectionProps) {
  const [chosen, setChosen] = useState<Strategy>(verdict === 'none' ? 'lease' : verdict)
  const id = useId()
  const shown = effectiveMw.find(({ strategy }) => strategy === chosen)
  if (!shown) return null
  const bars = waterfallBars(shown.steps, CHART_WIDTH)
  return (
    <section className="section" aria-labelledby={id}>
      <div className="waterfall__head">
        <h3 className="section__title" id={id}>
          Effective megawatts
        </h3>
        <select
          className="waterfall__select"
          aria-label="Use of the megawatts"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value as Strategy)}
        >
          {effectiveMw.map(({ strategy }) => (
            <option key={strategy} value={strategy}>
              {VERDICT_LABELS[strategy]}
            </option>
          ))}
        </select>
      </div>
      <p>{shown.sentence}</p>
      <ol className="waterfall">
        {shown.steps.map((step, index) => {
          const bar = bars[index]
          const isOpen = step.state === 'open'
          return (
            <li className="waterfall__step" key={step.id} data-state={step.state}>
              <span className="waterfall__label">{step.label}</span>
              <svg
                className="waterfall__chart"
                viewBox={`0 0 ${CHART_WIDTH} 14`}
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                {bar ? (
                  <>
                    <rect className="waterfall__lost" x={bar.mostWidth} y="2" width={bar.lostWidth} height="10" />
                    {step.leastMw < step.mostMw ? (
                      <rect className="waterfall__most" x="0" y="2" width={bar.mostWidth} height="10" />
                    ) : null}
                    <rect className="waterfall__least" x="0" y="2" width={bar.leastWidth} height="10" />
                  </>
                ) : null}
              </svg>
              <span className="waterfall__mw num">
                {Number.isNaN(step.mostMw) ? (
                  <span className="unknown">unknown</span>
                ) : (
                  `${step.leastMw < step.mostMw ? '≤ ' : ''}${formatMw(step.mostMw)}`
                )}
              </span>
              <span className="waterfall__constraint" data-open={isOpen}>
                {step.constraint}
                {step.source === '' ? '' : `; ${step.source}`}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
