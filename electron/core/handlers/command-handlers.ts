import { ANNOTATIONS_FORMAT } from '../../../shared/contract/map-readings.ts'
import { checkCatalog } from '../db/integrity.ts'
import { storageError } from '../db/storage-error.ts'
import { historyState, step } from '../oplog/undo.ts'
import { annotationHandlers } from './annotation-handlers.ts'
import { commentHandlers } from './comment-handlers.ts'
import { deckHandlers } from './deck-handlers.ts'
import { editHandlers } from './edit-handlers.ts'
import { evidenceHandlers } from './evidence-handlers.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { landHandlers } from './land-handlers.ts'
import { layerHandlers } from './layer-handlers.ts'
import { mappingHandlers } from './mapping-handlers.ts'
import { nearbyHandlers } from './nearby-handlers.ts'
import { plantHandlers } from './plant-handlers.ts'
import { queueHandlers } from './queue-handlers.ts'
import { rulerHandlers } from './ruler-handlers.ts'
import type { WriterContext } from './writer-context.ts'

/** What the writer answers. */
export function commandHandlers(context: WriterContext): HandlersOfKind<'command'> {
  const { db, author, jobs, referenceFolder } = context

  function move(stack: 'undo' | 'redo') {
    try {
      const { changed, ...result } = db.transaction(() => step(db, stack, author, context.now())).immediate()
      if (result.label !== null) context.committed(result.revision, changed)
      return result
    } catch (error) {
      throw storageError(error, stack === 'undo' ? 'The undo' : 'The redo')
    }
  }

  return {
    ...annotationHandlers(context),
    ...commentHandlers(context),
    ...editHandlers(context),
    ...evidenceHandlers(context),
    ...deckHandlers(context),
    ...rulerHandlers(context),
    ...layerHandlers(context),
    ...plantHandlers(context),
    ...mappingHandlers(context),
    ...nearbyHandlers(context),
    ...queueHandlers(context),
    ...landHandlers(context),
    'history.state': () => historyState(db),
    'history.undo': () => move('undo'),
    'history.redo': () => move('redo'),
    'catalog.check': () => checkCatalog(db),
    'imports.start': ({ grant, format, coordinateSystem, mapping, dryRun, isUndoable }) => {
      const { path, name } = context.fileOf(grant)
      return jobs.start({
        label: `${dryRun ? 'Check' : 'Import'} ${name}`,
        unit: 'bytes',
        run: async (job) => {
          if (format === ANNOTATIONS_FORMAT) {
            const { importAnnotations } = await import('../annotations/import-annotations.ts')
            return importAnnotations(context, { path, name, coordinateSystem, dryRun }, job)
          }
          // The readers of all formats are loaded with the first import and not before.
          const { importFile } = await import('../data-set/import-file.ts')
          const request = { path, name, format, coordinateSystem, mapping, dryRun, isUndoable, author, referenceFolder }
          return importFile(db, request, job, context.committed)
        },
      })
    },
  }
}
