import type { RejectedRow } from '../../../shared/contract/jobs.ts'
import type { Position } from '../../../shared/domain/site/site-value.ts'
import type { ImportedRecord } from './imported-record.ts'

/** What reading a file brings forth, in file order. A rejected row is an event, so that the others can go in. */
export type ImportEvent =
  | { readonly type: 'record'; readonly record: ImportedRecord }
  | { readonly type: 'rejected'; readonly rejected: RejectedRow }
  /** `rowsRead` counts the rows below the header, whatever became of them. */
  | { readonly type: 'progress'; readonly bytesRead: number; readonly rowsRead: number }

/** How a row finds the site it speaks of when it does not name the site's id. Each answers a site id or null. */
export interface ExistingSites {
  findByEiaPlantId(id: string): string | null
  /**
   * The plant of this name in this state at about this position. A project on the ground of an old plant is a site
   * of its own and not the plant.
   */
  findNear(name: string, state: string, position: Position): string | null
}
