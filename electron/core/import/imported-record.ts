import type { EvidenceRung } from '../../../shared/domain/site/evidence-rung.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'
import type { RecordShape } from '../site/record-shape.ts'

/** What one row of a file says of one site, in the catalog's own fields; a row that names no value for a field leaves it out. */
export interface ImportedRecord {
  readonly siteId: string
  /** As a spreadsheet numbers rows: the header is row 1. */
  readonly rowNumber: number
  readonly source: string
  /** ISO date, possibly only year or year and month; null where the row has none. */
  readonly asOf: string | null
  readonly values: Readonly<Partial<Record<SiteFieldKey, SiteValue>>>
  /** Rungs of the fields that stand above `claimed`. */
  readonly rungs: Readonly<Partial<Record<SiteFieldKey, EvidenceRung>>>
  /** The names of all columns of the row, unknown ones included; one list for all rows that share it. */
  readonly header: readonly string[]
  /** The row as it stands in the file, a text for each name of the header. */
  readonly cells: readonly string[]
  /** Which cells say the values; one shape for all rows that share it. Left out where no rule tells that. */
  readonly shape?: RecordShape
}
