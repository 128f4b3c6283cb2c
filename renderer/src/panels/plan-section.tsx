import { useDeferredValue, useMemo } from 'react'
import { explainPlan } from '../../../shared/domain/hybrid/explain-plan.ts'
import { hybridPlan } from '../../../shared/domain/hybrid/hybrid-plan.ts'
import { megawattsByYear } from '../../../shared/domain/hybrid/megawatts-by-year.ts'
import { siteCase } from '../../../shared/domain/ranking/site-case.ts'
import { useApp } from '../stores/use-app.ts'
import '../styles/plan.css'
import { DerivationSteps } from '../ui/derivation-steps.tsx'
import { PlanChart } from './plan-chart.tsx'
import { PlanTable } from './plan-table.tsx'

/** What becomes of the megawatts year by year under the plan that is worth most. It may lag a moving slider. */
export function PlanSection({ row }: { readonly row: number }) {
  const columns = useApp((state) => state.columns)
  const scenario = useDeferredValue(useApp((state) => state.scenario))
  const plan = useMemo(
    () => (columns === null ? null : hybridPlan(siteCase(columns, row, scenario.assumptions))),
    [columns, row, scenario],
  )
  if (plan === null) return null
  const years = megawattsByYear(plan)
  const { sentence, steps } = explainPlan(plan)
  const isUsed = plan.blocks.some(({ use }) => use !== 'idle')
  return (
    <section className="section">
      <h3 className="section__title">Plan year by year, block by block</h3>
      <p className="plan__reading">{sentence}</p>
      {isUsed ? <PlanChart years={years} /> : null}
      {isUsed ? (
        <details className="plan__more">
          <summary>Megawatts by year</summary>
          <PlanTable years={years} />
        </details>
      ) : null}
      <details className="plan__more">
        <summary>How the plan comes about</summary>
        <DerivationSteps steps={steps} />
      </details>
    </section>
  )
}
