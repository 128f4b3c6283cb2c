import type { ImportReport, RejectedRow } from '../../shared/contract/jobs.ts'
import { textTable } from './text-table.ts'

/** What an import did, as `--json` prints it. */
export interface ImportSummary {
  readonly format: string
  readonly kind: string
  readonly title: string
  readonly as_of: string | null
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
  readonly rejected: readonly RejectedRow[]
  /** Rows below the header. */
  readonly records: number
  /** How many rows were rejected, where that is more than are listed. */
  readonly rejected_count?: number
  /** Figures of what was read, by kind. */
  readonly summary: Readonly<Record<string, unknown>>
  readonly notes: readonly string[]
}

export function importSummary(report: ImportReport): ImportSummary {
  const { format, kind, title, added, updated, unchanged, removed, rejected, rejectedCount, records } = report
  const { summary, notes } = report
  const counts = { added, updated, unchanged, removed, rejected, records }
  return {
    ...{ format, kind, title, as_of: report.asOf, ...counts },
    ...(rejectedCount > rejected.length ? { rejected_count: rejectedCount } : {}),
    summary,
    notes,
  }
}

const MOST_LISTED = 20

/** What an import counts, by kind. */
const COUNTED: Readonly<Record<string, string>> = { sites: 'sites', 'coal plants': 'sites', queue: 'projects' }

export function importText(report: ImportReport): string {
  const { fileName, kind, format, records, added, updated, unchanged, removed, rejected, rejectedCount } = report
  const verb = report.dryRun ? 'Would import' : 'Imported'
  const lines = [
    `${verb} ${fileName} (${kind}, ${format}): ${records} rows read; ${added} ${COUNTED[kind] ?? 'rows'} added, ${updated} updated, ` +
      `${unchanged} unchanged, ${removed} removed; ${rejectedCount} rows rejected.`,
    ...(added + updated + removed === 0 && records > 0 ? ['Nothing new: the catalog already has all of it.'] : []),
    ...report.notes,
  ]
  if (rejected.length > 0) {
    const rows = rejected.slice(0, MOST_LISTED).map((each) => [String(each.row), each.column ?? '', each.reason])
    lines.push(
      textTable([{ heading: 'Row', align: 'right' }, { heading: 'Column' }, { heading: 'Why it stays out' }], rows),
    )
    if (rejectedCount > rows.length) lines.push(`and ${rejectedCount - rows.length} more`)
  }
  return lines.join('\n')
}
