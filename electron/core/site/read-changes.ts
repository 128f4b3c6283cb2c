import type { SiteChange } from '../../../shared/contract/sites.ts'
import { isSiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import type { CellValue } from './cell-value.ts'
import { requireSite } from './read-site.ts'

/** Longest text of a note that a list of changes quotes. */
const QUOTED = 4_000

const PREFIX = { edit: '', undo: 'Undo: ', redo: 'Redo: ' } as const

type OpRow = [
  id: string,
  entity: string,
  field: string,
  value: string,
  author: string,
  label: string | null,
  kind: keyof typeof PREFIX | null,
]

/** Who changed what of a site, its notes, documents, drawings and comments, newest first. @throws AppError 'not_found' */
export function readChanges(db: Db, siteId: string, limit: number): SiteChange[] {
  return db.transaction(() => {
    requireSite(db, siteId)
    const rows = db
      .prepare(
        `SELECT op.id, op.entity, op.field, op.value, op.author, change_set.label, change_set.kind
         FROM op LEFT JOIN change_set ON change_set.id = op.change_set
         WHERE (op.entity = 'site' AND op.row_id = @siteId)
           OR (op.entity = 'note' AND op.field <> 'site' AND op.row_id IN (
             SELECT row_id FROM op WHERE entity = 'note' AND field = 'site' AND value = json_quote(@siteId)))
           OR (op.entity = 'evidence' AND op.field IN ('file', 'caption', '_deleted') AND op.row_id IN (
             SELECT row_id FROM op WHERE entity = 'evidence' AND field = 'site' AND value = json_quote(@siteId)))
           OR op.id IN (
             SELECT min(id) FROM op WHERE entity = 'annotation' AND row_id IN (
               SELECT id FROM annotation WHERE site_id = @siteId) GROUP BY change_set)
           OR (op.entity = 'comment' AND op.row_id IN (
             SELECT comment.id FROM comment JOIN comment_thread AS thread ON thread.id = thread_id
             WHERE thread.site_id = @siteId))
           OR (op.entity = 'commentThread' AND op.field = 'isResolved' AND op.row_id IN (
             SELECT id FROM comment_thread WHERE site_id = @siteId))
         ORDER BY op.id DESC LIMIT @limit`,
      )
      .raw()
      .all({ siteId, limit }) as OpRow[]
    return rows.map(([id, entity, field, value, author, label, kind]) => ({
      at: clockTimeMs(id),
      author,
      label: `${PREFIX[kind ?? 'edit']}${label ?? field}`.slice(0, 500),
      field: entity === 'site' && isSiteFieldKey(field) ? field : null,
      value: entity === 'site' ? ((JSON.parse(value) as CellValue | null)?.value ?? null) : words(entity, field, value),
    }))
  })()
}

/** What somebody wrote in a note or a comment. */
function words(entity: string, field: string, value: string): string | null {
  const said = JSON.parse(value) as Record<string, unknown> | string | null
  if (entity === 'comment' && typeof said === 'object') return quoted(said?.[field === 'text' ? 'value' : 'text'])
  return entity === 'note' && field === 'text' ? quoted(said) : null
}

function quoted(text: unknown): string | null {
  return typeof text === 'string' ? text.slice(0, QUOTED) : null
}
