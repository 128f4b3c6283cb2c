import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { FillReport } from '../../../shared/contract/nearby.ts'
import type { DistanceBasis } from '../../../shared/domain/nearby/measured-source.ts'
import {
  FILLABLE_TARGETS,
  type FillableTarget,
  NEARBY_TARGET_DEFS,
} from '../../../shared/domain/nearby/nearby-target.ts'
import { siteField } from '../../../shared/domain/site/site-fields.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'

const TARGETS = FILLABLE_TARGETS.map((target) => ({
  value: target,
  label: siteField(NEARBY_TARGET_DEFS[target].field ?? 'substationDistanceMi').label,
}))
const BASES: readonly { value: DistanceBasis; label: string }[] = [
  { value: 'straight', label: 'Straight line' },
  { value: 'route', label: 'By a route' },
]

/** Gives all sites that have no such distance the measured one: first the count, then the step, which undo takes back. */
export function FillForm() {
  const fillDistances = useApp((state) => state.fillDistances)
  const [target, setTarget] = useState<FillableTarget>('substation')
  const [basis, setBasis] = useState<DistanceBasis>('straight')
  const [report, setReport] = useState<FillReport | null>(null)
  const [isBusy, setBusy] = useState(false)
  const run = async (dryRun: boolean) => {
    setBusy(true)
    setReport(await fillDistances({ target, basis }, dryRun))
    setBusy(false)
  }
  return (
    <details className="near-more">
      <summary>For all sites without one</summary>
      <div className="near-fill">
        <NativeSelect
          size="xs"
          label="Distance"
          data={TARGETS}
          value={target}
          onChange={(event) => {
            setTarget(event.currentTarget.value as FillableTarget)
            setReport(null)
          }}
        />
        <NativeSelect
          size="xs"
          label="Measured"
          data={[...BASES]}
          value={basis}
          onChange={(event) => {
            setBasis(event.currentTarget.value as DistanceBasis)
            setReport(null)
          }}
        />
      </div>
      {report === null ? null : <p role="status">{reportText(report)}</p>}
      {report?.revision === null && report.filled > 0 ? (
        <Button size="compact-sm" loading={isBusy} onClick={() => void run(false)}>
          {report.filled === 1 ? 'Fill in 1 site' : `Fill in ${formatNumber(report.filled)} sites`}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void run(true)}>
          Count the sites
        </Button>
      )}
    </details>
  )
}

function reportText(report: FillReport): string {
  const { filled, known, connected, imprecise, withoutPosition, notWithin, revision } = report
  const sites = filled === 1 ? '1 site' : `${formatNumber(filled)} sites`
  const rest = [
    [known, 'with one already'],
    [connected, 'connected, so that none is needed'],
    [imprecise, 'placed at their town or county only'],
    [withoutPosition, 'without a position'],
    [notWithin, 'with nothing within reach'],
  ] as const
  const others = rest.filter(([count]) => count > 0).map(([count, why]) => `${formatNumber(count)} ${why}`)
  const left = others.length === 0 ? '' : ` Left alone: ${others.join(', ')}.`
  return `${sites} ${revision === null ? 'would get' : 'got'} a measured distance.${left}`
}
