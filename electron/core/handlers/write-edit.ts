import type { WriteResult } from '../../../shared/contract/sites.ts'
import { storageError } from '../db/storage-error.ts'
import type { CellChange, Entity } from '../oplog/cell.ts'
import { commitEdit } from '../oplog/undo.ts'
import type { WriterContext } from './writer-context.ts'

export interface PlannedEdit {
  readonly label: string
  readonly changes: readonly CellChange[]
}

/**
 * Looks and writes in one transaction, so that nothing changes between the two, and tells everybody.
 * @throws AppError whatever `plan` throws, or 'disk' naming `what`.
 */
export function writeEdit(context: WriterContext, what: string, plan: () => PlannedEdit): WriteResult {
  const { db } = context
  let changed: Entity[] = []
  try {
    const result = db
      .transaction(() => {
        const { label, changes } = plan()
        changed = [...new Set(changes.map(({ entity }) => entity))]
        const { revision } = commitEdit(db, { label, changes, author: context.author }, context.now())
        return { revision, label }
      })
      .immediate()
    context.committed(result.revision, changed)
    return result
  } catch (error) {
    throw storageError(error, what)
  }
}
