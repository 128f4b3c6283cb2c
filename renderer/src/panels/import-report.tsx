import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'

/** What an import changes or has changed, and every row that it leaves out with the reason. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const counts: readonly [string, number][] = [
    [report.dryRun ? 'to add' : 'added', report.added],
    [report.dryRun ? 'to update' : 'updated', report.updated],
    ['unchanged', report.unchanged],
    [report.dryRun ? 'to remove' : 'removed', report.removed],
    ['rejected', report.rejectedCount],
  ]
  return (
    <>
      <p>
        Read as <strong>{report.format}</strong>, {formatNumber(report.records)}{' '}
        {report.records === 1 ? 'record' : 'records'}.{report.dryRun ? ' Nothing has been changed yet.' : ''}
      </p>
      <div className="report__counts">
        {counts.map(([label, count]) => (
          <div className="report__count" key={label} data-bad={label === 'rejected' && count > 0}>
            <b className="num">{formatNumber(count)}</b>
            <span>{label}</span>
          </div>
        ))}
      </div>
      {report.rejected.length === 0 ? null : <RejectedRows report={report} />}
    </>
  )
}

function RejectedRows({ report }: { readonly report: ImportReport }) {
  const rest = report.rejectedCount - report.rejected.length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key.
    <section className="rejected__scroll scroll" tabIndex={0} aria-label="Rejected rows">
      <table className="rejected">
        <thead>
          <tr>
            <th>Row</th>
            <th>Column</th>
            <th>Why it is left out</th>
          </tr>
        </thead>
        <tbody>
          {report.rejected.map((each) => (
            <tr key={`${each.row} ${each.column} ${each.reason}`}>
              <td className="num">{each.row}</td>
              <td>{each.column ?? ''}</td>
              <td>{each.reason}</td>
            </tr>
          ))}
          {rest > 0 ? (
            <tr>
              <td colSpan={3}>{`and ${formatNumber(rest)} more`}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}
