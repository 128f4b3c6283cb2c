import { useDeferredValue, useMemo } from 'react'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { tornado } from '../../../shared/domain/explain/tornado.ts'
import type { Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import '../styles/sensitivity.css'
import { TornadoChart } from './tornado-chart.tsx'

export interface SensitivitySectionProps {
  readonly columns: SiteColumns
  readonly row: number
  readonly scenario: Scenario
}

/** What the value and the verdict of a site hang on. It may lag a moving slider by a frame or two. */
export function SensitivitySection({ columns, row, scenario }: SensitivitySectionProps) {
  const settled = useDeferredValue(scenario)
  const moved = useMemo(() => tornado(columns, row, settled), [columns, row, settled])
  return (
    <section className="section">
      <h3 className="section__title">The strongest inputs, one at a time</h3>
      {moved.inputs.length === 0 ? (
        <p>No single input moves this site: none of its uses is allowed whatever the markets do.</p>
      ) : (
        <TornadoChart tornado={moved} />
      )}
    </section>
  )
}
