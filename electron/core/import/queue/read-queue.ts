import type { RejectedRow } from '../../../../shared/contract/jobs.ts'
import type { CountyIndex } from '../../../../shared/domain/queue/county-match.ts'
import type { QueueProject } from '../../../../shared/domain/queue/queue-project.ts'
import type { StageContext } from '../importer.ts'
import type { FoundQueue } from './find-queue.ts'
import { isRefusal } from './queue-layout.ts'
import { QueueRow } from './queue-row.ts'

/** A project with where it stands in its file and what else its row says. */
export interface QueueRecord {
  readonly project: QueueProject
  readonly sheet: string | null
  /** The sheet's own row number; the place in the list for JSON, from 0. */
  readonly row: number
  /** Columns that no field of the record takes, name and text. */
  readonly extra: Readonly<Record<string, string>>
  /** How exactly a date is known, where not to the day. */
  readonly precision: Readonly<Record<string, string>>
  /** Codes of its counties, the primary one first; empty where none was recognised. */
  readonly fips: readonly string[]
}

export interface ReadQueue {
  readonly records: readonly QueueRecord[]
  readonly rejected: readonly RejectedRow[]
  /** Counties that are probably misspelt, each once: what was written and what is meant. */
  readonly countySuggestions: ReadonlyMap<string, string>
}

/** Reads all projects of a recognised file. @throws AppError bad_input, or 'cancelled' */
export async function readQueue(
  found: FoundQueue,
  date1904: boolean,
  counties: CountyIndex,
  turn: StageContext['turn'],
  progress: (rows: number) => void,
): Promise<ReadQueue> {
  const records: QueueRecord[] = []
  const rejected: RejectedRow[] = []
  const countySuggestions = new Map<string, string>()
  for (const { source, sheet, header, ...table } of found.tables) {
    const read = found.layout.reader({ sheet, header, ...table })
    for await (const batch of source.batches()) {
      for (const sheetRow of batch) {
        if (sheetRow.row <= header.row) continue
        const row = new QueueRow(sheetRow, header, date1904)
        const reading = read(row)
        if (reading === null) continue
        if (isRefusal(reading)) rejected.push({ row: sheetRow.row, column: reading.column, reason: reading.reason })
        else {
          const { fips, suggestions } = counties.match(reading.county, reading.state)
          for (const { written, meant } of suggestions) countySuggestions.set(`${written}, ${reading.state}`, meant)
          records.push({
            project: reading,
            sheet,
            row: sheetRow.row,
            extra: row.extra(),
            precision: row.precision,
            fips,
          })
        }
      }
      progress(records.length)
      const waiting = turn()
      if (waiting) await waiting
    }
  }
  return { records, rejected, countySuggestions }
}
