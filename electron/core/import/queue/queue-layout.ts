import type { QueueProject } from '../../../../shared/domain/queue/queue-project.ts'
import type { HeaderRow } from '../source/header-row.ts'
import type { SheetRow } from '../source/workbook.ts'
import type { QueueRow } from './queue-row.ts'

/** A table with its header found. */
export interface QueueTable {
  readonly sheet: string | null
  readonly header: HeaderRow
  /** The rows above the header: titles, dates, filters. */
  readonly preamble: readonly SheetRow[]
}

/** A row that is none of the queue: a sub-header, a legend, a footnote. */
export const NO_PROJECT = null

/** Why a row stays out. */
export interface Refusal {
  readonly column: string | null
  readonly reason: string
}

export type RowReading = QueueProject | Refusal | typeof NO_PROJECT

/** What a file says of itself as a whole. */
export interface QueueEdition {
  readonly title: string
  readonly dataSetName: string
  readonly asOf: string | null
}

/** A publisher's arrangement of its queue. */
export interface QueueLayout {
  /** queue.ercot-gis */
  readonly id: string
  /** Names that stand together in the header row; one of the lists is enough. */
  readonly signatures: readonly (readonly string[])[]
  /** Names that no header of this layout has. */
  readonly without?: readonly string[]
  /** How many rows the header takes. */
  readonly headerRows?: (header: HeaderRow) => 1 | 2
  readonly attribution: string
  /** A sentence where no real file has proved the layout. */
  readonly remark?: string
  /** @param preambles the rows above the header of each table, or the first rows of sheets without one. */
  edition(tables: readonly QueueTable[], preambles: readonly (readonly SheetRow[])[]): QueueEdition
  /** Reads the rows of one table. */
  reader(table: QueueTable): (row: QueueRow) => RowReading
}

export function isRefusal(reading: Exclude<RowReading, null>): reading is Refusal {
  return 'reason' in reading
}

/** A project of which only some is known. */
export function project(known: Partial<QueueProject> & Pick<QueueProject, 'iso' | 'queueId' | 'stage'>): QueueProject {
  return {
    direction: 'generation',
    projectName: null,
    developer: null,
    utility: null,
    poi: null,
    county: null,
    state: null,
    capacityMw: null,
    summerMw: null,
    winterMw: null,
    resource: null,
    rawStatus: null,
    queueDate: null,
    proposedCod: null,
    statusDate: null,
    withdrawnDate: null,
    inServiceDate: null,
    ...known,
  }
}

/** The refusal of a row whose status no edition of its source was known to have. */
export function unknownStatus(column: string, status: string): Refusal {
  return { column, reason: `"${status.slice(0, 60)}" is not a status of this queue` }
}

/** The larger of two megawatts, either of which may not be given. */
export function largerMw(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.max(one, other)
}
