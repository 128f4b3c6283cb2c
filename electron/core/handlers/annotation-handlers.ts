import { randomUUID } from 'node:crypto'
import type { AnnotationGroup } from '../../../shared/contract/annotations.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { GROUP_PARTS } from '../annotations/group-cells.ts'
import type { GroupContent } from '../annotations/materialise-group.ts'
import { planAnnotations } from '../annotations/plan-annotations.ts'
import { readGroups, requireGroup } from '../annotations/read-annotations.ts'
import { readRevision } from '../db/meta.ts'
import type { CellChange } from '../oplog/cell.ts'
import type { Deletion } from '../oplog/is-deleted.ts'
import { DELETED_FIELD } from '../oplog/is-deleted.ts'
import { CREATED_FIELD, type PartValue, seenOps } from '../oplog/row-state.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type AnnotationMethod = Extract<keyof HandlersOfKind<'command'>, `annotations.${string}`>

type GivenOfGroup = { readonly [P in keyof GroupContent]?: GroupContent[P] | undefined }

/** What draws on the map and keeps it in layers; each call is one step of undo. */
export function annotationHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, AnnotationMethod> {
  const { db } = context
  const entity = 'annotationGroup'

  return {
    'annotations.write': (input) => {
      // The only writer looks and writes in one turn, so that nothing changes between the two.
      const planned = planAnnotations(db, input)
      if (planned.changes.length === 0) return { revision: readRevision(db), label: planned.label, created: [] }
      return { ...writeEdit(context, 'The drawing', () => planned), created: planned.created }
    },

    'annotations.saveGroup': ({ groupId, ...given }) => {
      const id = groupId ?? randomUUID()
      const planned = plan()
      if (planned.changes.length === 0) return { revision: readRevision(db), label: planned.label, groupId: id }
      return { ...writeEdit(context, 'The drawing layer', () => planned), groupId: id }

      function plan(): { label: string; changes: CellChange[] } {
        if (groupId === undefined) return planNewGroup(id, given)
        const current = requireGroup(db, groupId)
        if (given.name !== undefined) requireFreeName(given.name, groupId)
        const changes = GROUP_PARTS.flatMap((field): CellChange[] => {
          const value = given[field]
          if (value === undefined || value === current[field]) return []
          const part: PartValue = { value }
          return [{ entity, rowId: groupId, field, value: part }]
        })
        return { label: groupStep(current, given), changes }
      }
    },

    'annotations.removeGroup': ({ groupId, withAnnotations }) =>
      writeEdit(context, 'The drawing layer', () => {
        const group = requireGroup(db, groupId)
        if (group.isLocked)
          throw new AppError('conflict', `The drawing layer ${group.name} is locked; unlock it to remove it.`)
        const inside = db
          .prepare('SELECT id FROM annotation WHERE group_id = ? AND is_gone = 0')
          .pluck()
          .all(groupId) as string[]
        const deletion: Deletion = { saw: seenOps(db, entity, groupId) }
        return {
          label: `Remove drawing layer ${group.name}${withAnnotations ? ' and what is in it' : ''}`,
          changes: [
            { entity, rowId: groupId, field: DELETED_FIELD, value: deletion },
            ...(withAnnotations ? planAnnotations(db, { create: [], update: [], remove: inside }).changes : []),
          ],
        }
      }),
  }

  function planNewGroup(rowId: string, given: GivenOfGroup): { label: string; changes: CellChange[] } {
    const { name, order, isLocked = false, isHidden = false } = given
    if (name === undefined) throw new AppError('bad_input', 'A drawing layer needs a name of 1 to 80 characters.')
    requireFreeName(name)
    const top = Math.max(0, ...readGroups(db).map((group) => group.order))
    const content: GroupContent = { name, order: order ?? top + 1, isLocked, isHidden }
    return { label: `Add drawing layer ${name}`, changes: [{ entity, rowId, field: CREATED_FIELD, value: content }] }
  }

  function requireFreeName(name: string, exceptId?: string): void {
    const key = nameKey(name)
    if (readGroups(db).some((group) => group.groupId !== exceptId && nameKey(group.name) === key))
      throw new AppError('bad_input', `There is a drawing layer named ${name} already; choose another name.`)
  }
}

function groupStep({ name }: AnnotationGroup, given: GivenOfGroup): string {
  if (given.name !== undefined && given.name !== name) return `Rename drawing layer ${name} to ${given.name}`
  if (given.isLocked !== undefined) return `${given.isLocked ? 'Lock' : 'Unlock'} drawing layer ${name}`
  if (given.isHidden !== undefined) return `${given.isHidden ? 'Hide' : 'Show'} drawing layer ${name}`
  return `Move drawing layer ${name}`
}

function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}
