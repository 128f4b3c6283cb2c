import { useEffect, useState } from 'react'
import type { QueueDiffReport } from '../../../shared/contract/queue.ts'
import type { QueueChangeCount, QueueChangeKind } from '../../../shared/domain/queue/queue-changes.ts'
import { formatMw, formatNumber } from '../../../shared/format/format-quantity.ts'
import { useAppStore } from '../stores/use-app.ts'
import { ChangeRow } from './change-row.tsx'

const KIND_LABELS: Readonly<Record<QueueChangeKind, string>> = {
  new: 'New',
  gone: 'Gone from the file',
  withdrawn: 'Withdrawn',
  slipped: 'Slipped',
  earlier: 'Earlier',
  megawatts: 'Megawatts',
  stage: 'Other stage',
  other: 'Other terms',
}

/** The requests that changed, by kind and text. */
export function QueueChanges({ before, after }: { readonly before: number; readonly after: number }) {
  const store = useAppStore()
  const [kind, setKind] = useState<QueueChangeKind | null>(null)
  const [text, setText] = useState('')
  const [report, setReport] = useState<QueueDiffReport | null>(null)
  useEffect(() => {
    let isGone = false
    void store
      .getState()
      .compareEditions({ before, after, kind, text })
      .then((read) => {
        if (!isGone) setReport(read)
      })
    return () => {
      isGone = true
    }
  }, [store, before, after, kind, text])
  if (report === null) return null
  const rest = report.found - report.changes.length
  return (
    <>
      <p>
        {`${formatNumber(report.compared)} ${report.compared === 1 ? 'request is' : 'requests are'} in both editions; ${formatNumber(report.changed)} are new, gone or otherwise than before.`}
      </p>
      <fieldset className="queue-kinds">
        <legend className="visually-hidden">Kind of change</legend>
        <button type="button" className="queue-kind" aria-pressed={kind === null} onClick={() => setKind(null)}>
          {`All ${formatNumber(report.changed)}`}
        </button>
        {report.counts.map((count) => (
          <button
            key={count.kind}
            type="button"
            className="queue-kind"
            aria-pressed={kind === count.kind}
            onClick={() => setKind(count.kind === kind ? null : count.kind)}
          >
            <span>{`${KIND_LABELS[count.kind]} ${formatNumber(count.projects)}`}</span>
            <span className="queue-kind__mw num">{megawattsOf(count)}</span>
          </button>
        ))}
      </fieldset>
      <input
        className="prices__input queue-find"
        aria-label="Find a request"
        placeholder="Find by id, name, developer, POI, county"
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="queue-changes scroll">
        {report.changes.length === 0 ? (
          <p className="muted">No request changed like that.</p>
        ) : (
          <table className="queue-diff">
            <thead>
              <tr>
                <th scope="col">Request</th>
                <th scope="col">Where</th>
                <th scope="col">MW</th>
                <th scope="col">What changed</th>
              </tr>
            </thead>
            <tbody>
              {report.changes.map((change, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a queue may hold two rows of one id.
                <ChangeRow key={`${change.project.queueId} ${index}`} change={change} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {rest > 0 ? <p className="muted">{`And ${formatNumber(rest)} more; choose a kind or type a name.`}</p> : null}
    </>
  )
}

function megawattsOf({ kind, mw }: QueueChangeCount): string {
  return kind === 'megawatts' && mw > 0 ? `+${formatMw(mw)}` : formatMw(mw)
}
