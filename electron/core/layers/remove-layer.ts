import type { WriteResult } from '../../../shared/contract/sites.ts'
import { recordImportStep } from '../data-set/import-step.ts'
import type { Db } from '../db/database.ts'
import { nextRevision } from '../db/meta.ts'
import { beginStep, pushStep } from '../oplog/undo.ts'
import { importedSource } from './layer-source.ts'

/**
 * Takes a layer out of the catalog as a step of undo: its data set goes, its features stay until nothing can bring
 * them back. @throws AppError not_found
 */
export function removeLayer(db: Db, layerId: number, author: string, nowMs: number): WriteResult {
  return db
    .transaction(() => {
      const { edition } = importedSource(db, layerId)
      const former = db.prepare('SELECT * FROM data_set WHERE key = ?').get(layerId) as Record<
        string,
        string | number | null
      >
      const label = `Remove layer ${former['name']}`
      const revision = nextRevision(db)
      const changeSet = beginStep(db, label, author, nowMs)
      recordImportStep(db, { changeSet, dataSet: layerId, edition, former })
      db.prepare('DELETE FROM data_set WHERE key = ?').run(layerId)
      db.prepare('UPDATE import_edition SET is_undone = 1 WHERE key = ?').run(edition)
      pushStep(db, changeSet)
      return { revision, label }
    })
    .immediate()
}
