import { Button } from '@mantine/core'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { PreviewMap } from './preview-map.tsx'
import { RejectedRows } from './rejected-rows.tsx'
import { SummaryFigures } from './summary-figures.tsx'

/** What a file is, what its import changes or has changed, where, and every row that it leaves out with the reason. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const counts: readonly [string, number][] = [
    [report.dryRun ? 'to add' : 'added', report.added],
    [report.dryRun ? 'to update' : 'updated', report.updated],
    ['unchanged', report.unchanged],
    [report.dryRun ? 'to remove' : 'removed', report.removed],
    ['rejected', report.rejectedCount],
  ]
  const isNothingNew = report.dryRun && report.added + report.updated + report.removed === 0 && report.unchanged > 0
  return (
    <>
      <p>
        <strong>{report.title}</strong>
        {report.asOf === null || report.title.includes(report.asOf) ? '' : `, as of ${formatDate(report.asOf)}`},{' '}
        {formatNumber(report.records)} {report.records === 1 ? 'record' : 'records'}.
        {isNothingNew
          ? ' Nothing new: the catalog says all of this already.'
          : report.dryRun
            ? ' Nothing has been changed yet.'
            : ''}
      </p>
      <div className="report__counts">
        {counts.map(([label, count]) => (
          <div className="report__count" key={label} data-bad={label === 'rejected' && count > 0}>
            <b className="num">{formatNumber(count)}</b>
            <span>{label}</span>
          </div>
        ))}
      </div>
      {report.notes.map((note) => (
        <p className="muted" key={note}>
          {note}
        </p>
      ))}
      {report.kind === 'queue' && !report.dryRun ? <WhatChanged report={report} /> : null}
      <SummaryFigures summary={report.summary} />
      {report.preview.length === 0 ? null : <PreviewMap points={report.preview} />}
      {report.rejected.length === 0 ? null : <RejectedRows report={report} />}
    </>
  )
}

function WhatChanged({ report: { title, fileName } }: { readonly report: ImportReport }) {
  const showQueueChanges = useApp((state) => state.showQueueChanges)
  const closeImport = useApp((state) => state.closeImport)
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => {
        closeImport()
        showQueueChanges({ title, fileName })
      }}
    >
      What changed
    </Button>
  )
}
