import { AppError } from '../../../shared/contract/errors.ts'
import type { LandResult } from '../../../shared/contract/land.ts'
import { LAND_FIELD } from '../land/land-cells.ts'
import { measureLand } from '../land/measure-land.ts'
import { readSavedLand } from '../land/read-land.ts'
import { requireSite } from '../site/read-site.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type LandMethod = Extract<keyof HandlersOfKind<'command'>, `land.${string}`>

/** What the writer answers about buildable land: measuring it and keeping the result. */
export function landHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, LandMethod> {
  const { db } = context
  return {
    'land.save': ({ siteId, request }) => {
      let result: LandResult | undefined
      const written = writeEdit(context, 'The buildable land', () => {
        const name = requireSite(db, siteId)
        const measured = measureLand(db, siteId, request)
        result = measured.result
        return {
          label: `Measure buildable land of ${name}`,
          changes: [{ entity: 'land', rowId: siteId, field: LAND_FIELD, value: measured }],
        }
      })
      if (!result) throw new Error('The buildable land was written without being measured.')
      return { ...written, result }
    },

    'land.remove': ({ siteId }) =>
      writeEdit(context, 'The buildable land', () => {
        const name = requireSite(db, siteId)
        if (readSavedLand(db, siteId) === null)
          throw new AppError('not_found', `The buildable land of ${name} was not measured; nothing was changed.`)
        return {
          label: `Remove buildable land of ${name}`,
          changes: [{ entity: 'land', rowId: siteId, field: LAND_FIELD, value: null }],
        }
      }),
  }
}
