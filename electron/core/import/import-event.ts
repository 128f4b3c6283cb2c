import type { RejectedRow } from '../../../shared/contract/jobs.ts'
import type { Position } from '../../../shared/domain/site/site-value.ts'
import type { ImportedRecord } from './imported-record.ts'

/** What reading a file brings forth, in file order. A rejected row is an event, so that the others can go in. */
export type ImportEvent =
  | { readonly type: 'record'; readonly record: ImportedRecord }
  | { readonly type: 'rejected'; readonly rejected: RejectedRow }
  | { readonly type: 'progress'; readonly bytesRead: number }

/** How a row finds the site it speaks of when it does not name the site's id. Each answers a site id or null. */
export interface ExistingSites {
  findByEiaPlantId(id: string): string | null
  /** A site of this name in this state at about this position. */
  findNear(name: string, state: string, position: Position): string | null
}
