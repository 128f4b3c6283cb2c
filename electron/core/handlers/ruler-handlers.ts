import { randomUUID } from 'node:crypto'
import { AppError } from '../../../shared/contract/errors.ts'
import { BUILT_IN_RULERS } from '../../../shared/domain/ranking/built-in-rulers.ts'
import { resolveRuler } from '../../../shared/domain/ranking/resolve-ruler.ts'
import { headsOf } from '../oplog/heads.ts'
import { DELETED_FIELD, type Deletion } from '../oplog/is-deleted.ts'
import type { RulerDefinition } from '../ruler/materialise-ruler.ts'
import { readRulers, requireRuler } from '../ruler/read-rulers.ts'
import { DEFINITION_FIELD } from '../ruler/ruler-cells.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type RulerMethod = Extract<keyof HandlersOfKind<'command'>, `rulers.${string}`>

/** What changes rulers; each is one step of undo. */
export function rulerHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, RulerMethod> {
  const { db } = context

  return {
    'rulers.save': ({ rulerId, name: typed, lens, criteria, judgments, seenVersion }) => {
      const id = rulerId ?? randomUUID()
      const name = typed.trim()
      const resolved = resolveRuler({ id, name, version: 1, lens, criteria })
      if (!resolved.ok) throw new AppError('bad_input', `The ruler was not saved: ${resolved.reason}`)
      const result = writeEdit(context, 'The ruler', () => {
        const current = rulerId === undefined ? null : requireRuler(db, rulerId)
        if (current !== null && seenVersion !== undefined && seenVersion < current.version)
          throw new AppError(
            'conflict',
            `The ruler ${current.name} was not saved: version ${current.version} of it is there and was not seen; save yours under another name.`,
          )
        requireFreeName(id, name)
        const definition: RulerDefinition = { name, lens, criteria, ...(judgments === undefined ? {} : { judgments }) }
        return {
          label: `${current === null ? 'Add' : 'Save'} ruler ${name}`,
          changes: [{ entity: 'ruler', rowId: id, field: DEFINITION_FIELD, value: definition }],
        }
      })
      return { ...result, rulerId: id, version: requireRuler(db, id).version }
    },

    'rulers.remove': ({ rulerId }) =>
      writeEdit(context, 'The ruler', () => {
        const { name } = requireRuler(db, rulerId)
        const deletion: Deletion = {
          saw: headsOf(db, { entity: 'ruler', rowId: rulerId, field: DEFINITION_FIELD }),
        }
        return {
          label: `Delete ruler ${name}`,
          changes: [{ entity: 'ruler', rowId: rulerId, field: DELETED_FIELD, value: deletion }],
        }
      }),
  }

  function requireFreeName(exceptId: string, name: string): void {
    const key = nameKey(name)
    const isTaken =
      Object.values(BUILT_IN_RULERS).some((ruler) => nameKey(ruler.name) === key || nameKey(ruler.id) === key) ||
      readRulers(db).some((ruler) => ruler.rulerId !== exceptId && nameKey(ruler.name) === key)
    if (isTaken) throw new AppError('bad_input', `There is a ruler named ${name} already; choose another name.`)
  }
}

function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}
