import type { ImportReport, RejectedRow } from '../../shared/contract/jobs.ts'
import { textTable } from './text-table.ts'

/** What an import did, as `--json` prints it. */
export interface ImportSummary {
  readonly file: string
  readonly format: string
  readonly kind: string
  readonly dry_run: boolean
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
  /** The first 1,000 rejected rows. */
  readonly rejected: readonly RejectedRow[]
  /** All of them. */
  readonly rejected_count: number
  readonly records: number
}

export function importSummary(report: ImportReport): ImportSummary {
  const { format, kind, fileName, dryRun, added, updated, unchanged, removed, rejected, rejectedCount, records } =
    report
  return {
    file: fileName,
    format,
    kind,
    dry_run: dryRun,
    added,
    updated,
    unchanged,
    removed,
    rejected,
    rejected_count: rejectedCount,
    records,
  }
}

const MOST_LISTED = 20

export function importText(summary: ImportSummary): string {
  const { file, kind, format, records, added, updated, unchanged, removed, rejected, rejected_count } = summary
  const verb = summary.dry_run ? 'Would import' : 'Imported'
  const lines = [
    `${verb} ${file} (${kind}, ${format}): ${records} rows read; ${added} records added, ${updated} updated, ` +
      `${unchanged} unchanged, ${removed} removed; ${rejected_count} rows rejected.`,
  ]
  if (rejected.length > 0) {
    const rows = rejected.slice(0, MOST_LISTED).map((each) => [String(each.row), each.column ?? '', each.reason])
    lines.push(
      textTable([{ heading: 'Row', align: 'right' }, { heading: 'Column' }, { heading: 'Why it stays out' }], rows),
    )
    if (rejected_count > rows.length) lines.push(`and ${rejected_count - rows.length} more`)
  }
  return lines.join('\n')
}
