import { useDeferredValue, useMemo } from 'react'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { AI_USES, indifferenceCurve } from '../../../shared/domain/explain/indifference-curve.ts'
import { tornado } from '../../../shared/domain/explain/tornado.ts'
import { type SiteCase, siteCase } from '../../../shared/domain/ranking/site-case.ts'
import type { Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import '../styles/sensitivity.css'
import { IndifferenceChart } from './indifference-chart.tsx'
import { TornadoChart } from './tornado-chart.tsx'
import { WaitingSection } from './waiting-section.tsx'

export interface SensitivitySectionProps {
  readonly columns: SiteColumns
  readonly row: number
  readonly scenario: Scenario
}

/** What the value and the verdict of a site hang on. It may lag a moving slider by a frame or two. */
export function SensitivitySection({ columns, row, scenario }: SensitivitySectionProps) {
  const settled = useDeferredValue(scenario)
  const shown = useMemo(() => {
    const base = siteCase(columns, row, settled.assumptions)
    return {
      base,
      moved: tornado(columns, row, settled),
      curves: Object.values(AI_USES).map((use) => indifferenceCurve(base, use)),
    }
  }, [columns, row, settled])
  return (
    <>
      <section className="section">
        <h3 className="section__title">The strongest inputs, one at a time</h3>
        {shown.moved.inputs.length === 0 ? (
          <p>No single input moves this site: none of its uses is allowed whatever the markets do.</p>
        ) : (
          <TornadoChart tornado={shown.moved} />
        )}
      </section>
      <section className="section">
        <h3 className="section__title">Where mining and AI are worth the same</h3>
        <GateNote base={shown.base} />
        {shown.curves.map((curve) => (
          <IndifferenceChart key={curve.use.strategy} curve={curve} />
        ))}
      </section>
      <WaitingSection base={shown.base} />
    </>
  )
}

/** Values say nothing of what the gates take away. */
function GateNote({ base }: { readonly base: SiteCase }) {
  const taken = [base.isMineBlocked ? 'mining' : null, base.isAiBlocked ? 'AI uses' : null].filter(
    (use) => use !== null,
  )
  if (taken.length === 0) return null
  return (
    <p className="indifference__reading">{`A failed gate takes away ${taken.join(' and ')} here; the curves show what lifting it would be worth.`}</p>
  )
}
