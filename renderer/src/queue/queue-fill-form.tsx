import { Button } from '@mantine/core'
import { useState } from 'react'
import type { QueueFillReport } from '../../../shared/contract/queue.ts'
import { siteField } from '../../../shared/domain/site/site-fields.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import '../styles/queue.css'

/** Gives all sites of which it is unknown what the queues say: first the count, then the step, which undo takes back. */
export function QueueFillForm() {
  const fillFromQueue = useApp((state) => state.fillFromQueue)
  const [report, setReport] = useState<QueueFillReport | null>(null)
  const [isBusy, setBusy] = useState(false)
  const run = async (dryRun: boolean) => {
    setBusy(true)
    setReport(await fillFromQueue(dryRun))
    setBusy(false)
  }
  return (
    <details className="queue-fill">
      <summary>For all sites without them</summary>
      <p className="muted">
        Megawatts likely ahead in the county, and the median years from request to service, or as far as the queue
        tells, at the point of interconnection, else in the county, else in the state. What is known already stays.
      </p>
      {report === null ? null : (
        <div role="status">
          {report.fields.map((each) => (
            <p key={each.field}>{fieldText(each, report.revision !== null)}</p>
          ))}
        </div>
      )}
      {report?.revision === null && report.filledSites > 0 ? (
        <Button size="compact-sm" loading={isBusy} onClick={() => void run(false)}>
          {report.filledSites === 1 ? 'Fill in 1 site' : `Fill in ${formatNumber(report.filledSites)} sites`}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void run(true)}>
          Count the sites
        </Button>
      )}
    </details>
  )
}

function fieldText(
  { field, filled, known, energized, withoutPlace, untold }: QueueFillReport['fields'][number],
  isDone: boolean,
): string {
  const rest = [
    [known, 'with one already'],
    [energized, 'energized, so that none is needed'],
    [withoutPlace, field === 'queueAheadMw' ? 'without a county' : 'without a state'],
    [untold, 'where the queues do not tell'],
  ] as const
  const others = rest.filter(([count]) => count > 0).map(([count, why]) => `${formatNumber(count)} ${why}`)
  const left = others.length === 0 ? '' : ` Left alone: ${others.join(', ')}.`
  const sites = filled === 1 ? '1 site' : `${formatNumber(filled)} sites`
  return `${siteField(field).label}: ${sites} ${isDone ? 'got' : 'would get'} a value.${left}`
}
