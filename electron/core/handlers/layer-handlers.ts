import { AppError } from '../../../shared/contract/errors.ts'
import type { WriteResult } from '../../../shared/contract/sites.ts'
import { RECORD_LAYERS } from '../../../shared/map/layers/record-layers.ts'
import type { Db } from '../db/database.ts'
import { storageError } from '../db/storage-error.ts'
import { LOOK_FIELD, PLACE_FIELD } from '../layers/layer-cells.ts'
import { removeLayer } from '../layers/remove-layer.ts'
import type { CellChange } from '../oplog/cell.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type LayerMethod = Extract<keyof HandlersOfKind<'command'>, `layers.${string}`>

/** What the writer answers about reference layers. */
export function layerHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, LayerMethod> {
  const { db } = context
  return {
    'layers.remove': ({ layerId }) => {
      try {
        if (layerId < 1)
          throw new AppError(
            'bad_input',
            'This layer is drawn from records of the catalog; hide it in the list of layers.',
          )
        const result: WriteResult = removeLayer(db, layerId, context.author, context.now())
        context.committed(result.revision)
        return result
      } catch (error) {
        throw storageError(error, 'The layer')
      }
    },

    'layers.restyle': ({ layerId, look }) =>
      writeEdit(context, 'The style', () => {
        const { key, name } = requireLayer(db, layerId)
        return {
          label: `Style layer ${name}`,
          changes: [{ entity: 'layer', rowId: key, field: LOOK_FIELD, value: look }],
        }
      }),

    'layers.reorder': ({ layerIds }) =>
      writeEdit(context, 'The order', () => {
        const placeOf = db.prepare('SELECT place FROM layer_look WHERE layer = ?').pluck()
        const changes = layerIds.flatMap((layerId, place): CellChange[] => {
          const { key } = requireLayer(db, layerId)
          return placeOf.get(key) === place ? [] : [{ entity: 'layer', rowId: key, field: PLACE_FIELD, value: place }]
        })
        if (changes.length === 0) throw new AppError('bad_input', 'The layers are in this order already.')
        return { label: 'Reorder layers', changes }
      }),
  }
}

/** The key by which the log knows a layer, which is the same in every catalog, and its name. @throws AppError not_found */
function requireLayer(db: Db, layerId: number): { key: string; name: string } {
  const record = Object.values(RECORD_LAYERS).find((layer) => layer.layerId === layerId)
  if (record) return record
  const name = db.prepare(`SELECT name FROM data_set WHERE key = ? AND kind = 'layer'`).pluck().get(layerId)
  if (typeof name !== 'string')
    throw new AppError('not_found', 'The layer is no longer in the catalog; look at the list of layers again.')
  return { key: name, name }
}
