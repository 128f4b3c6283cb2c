import { randomUUID } from 'node:crypto'
import { AppError } from '../../../shared/contract/errors.ts'
import type { WriteResult } from '../../../shared/contract/sites.ts'
import { siteField } from '../../../shared/domain/site/site-fields.ts'
import { checkSiteValue } from '../../../shared/domain/site/site-value.ts'
import { headsOf } from '../oplog/heads.ts'
import type { Deletion } from '../oplog/is-deleted.ts'
import type { CellValue } from '../site/cell-value.ts'
import { decimalYear } from '../site/decimal-year.ts'
import { readHeads } from '../site/overrides.ts'
import { requireSite } from '../site/read-site.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { type PlannedEdit, writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type EditMethod = 'sites.edit' | 'sites.revert' | 'notes.write' | 'notes.remove'

/** A person's edits and notes; each is one step of undo. */
export function editHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, EditMethod> {
  const { db } = context

  const write = (what: string, plan: () => PlannedEdit): WriteResult => writeEdit(context, what, plan)

  return {
    'sites.edit': ({ siteId, field, value, source, asOf, rung }) => {
      const { label: fieldLabel } = siteField(field)
      const check = checkSiteValue(field, typeof value === 'string' ? value.trim() : value)
      if (!check.ok)
        throw new AppError(
          'bad_input',
          `${fieldLabel} was not changed: ${check.reason}; correct the value and try again.`,
        )
      if (field === 'name' && (check.value === null || check.value === ''))
        throw new AppError('bad_input', 'Name was not changed: a site must have a name; enter one and try again.')
      if (field === 'energizationDate' && check.value && decimalYear(String(check.value)) === null)
        throw new AppError(
          'bad_input',
          `${fieldLabel} was not changed: "${check.value}" is not a date such as 2027 or 2027-07; correct it and try again.`,
        )
      const cell: CellValue = { value: check.value === '' ? null : check.value, source, asOf, rung }
      return write('The edit', () => ({
        label: `Edit ${fieldLabel} of ${requireSite(db, siteId)}`,
        changes: [{ entity: 'site', rowId: siteId, field, value: cell }],
      }))
    },

    'sites.revert': ({ siteId, field }) =>
      write('The edit', () => {
        const name = requireSite(db, siteId)
        const { label: fieldLabel } = siteField(field)
        const heads = readHeads(db, siteId).get(field) ?? []
        if (heads.every((head) => head.value === null))
          throw new AppError('not_found', `${fieldLabel} of ${name} has no edit to take back; nothing was changed.`)
        return {
          label: `Take back ${fieldLabel} of ${name}`,
          changes: [{ entity: 'site', rowId: siteId, field, value: null }],
        }
      }),

    'notes.write': ({ siteId, noteId, text }) => {
      const id = noteId ?? randomUUID()
      const result = write('The note', () => {
        const name = requireSite(db, siteId)
        if (noteId !== undefined) requireNote(siteId, noteId, name)
        return {
          label: `${noteId === undefined ? 'Add' : 'Edit'} note on ${name}`,
          changes: [
            ...(noteId === undefined ? [{ entity: 'note', rowId: id, field: 'site', value: siteId } as const] : []),
            { entity: 'note', rowId: id, field: 'text', value: text },
          ],
        }
      })
      return { ...result, noteId: id }
    },

    'notes.remove': ({ siteId, noteId }) =>
      write('The note', () => {
        const name = requireSite(db, siteId)
        requireNote(siteId, noteId, name)
        const deletion: Deletion = { saw: headsOf(db, { entity: 'note', rowId: noteId, field: 'text' }) }
        return {
          label: `Remove note on ${name}`,
          changes: [{ entity: 'note', rowId: noteId, field: '_deleted', value: deletion }],
        }
      }),
  }

  function requireNote(siteId: string, noteId: string, name: string): void {
    if (db.prepare('SELECT 1 FROM note WHERE id = ? AND site_id = ?').get(noteId, siteId) === undefined)
      throw new AppError('not_found', `${name} has no such note any more; look at its notes again.`)
  }
}
