import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'

/** Every row that an import leaves out, as far as the report lists them. */
export function RejectedRows({ report }: { readonly report: ImportReport }) {
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
