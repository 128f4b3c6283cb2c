import type { WriteResult } from '../../../shared/contract/sites.ts'
import { storageError } from '../db/storage-error.ts'
import { removeLayer } from '../layers/remove-layer.ts'
import type { HandlersOfKind } from './handler-types.ts'
import type { WriterContext } from './writer-context.ts'

/** What the writer answers about reference layers. */
export function layerHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, 'layers.remove'> {
  return {
    'layers.remove': ({ layerId }) => {
      try {
        const result: WriteResult = removeLayer(context.db, layerId, context.author, context.now())
        context.committed(result.revision)
        return result
      } catch (error) {
        throw storageError(error, 'The layer')
      }
    },
  }
}
