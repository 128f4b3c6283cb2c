import type { Db } from '../db/database.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { isDeleted } from '../oplog/is-deleted.ts'
import type { EvidenceFile } from './evidence-file.ts'

type OpRow = [field: string, op: string, value: string, author: string, state: string]

/** Writes a piece of evidence from its heads. One that somebody described whom its remover had not heard of stays. */
export function materialiseEvidence(db: Db, evidenceId: string): void {
  const heads = db
    .prepare(
      `SELECT head.field, op.id, op.value, op.author, coalesce(op.restores, op.id) FROM head JOIN op ON op.id = head.op
       WHERE head.entity = 'evidence' AND head.row_id = ? ORDER BY op.id DESC`,
    )
    .raw()
    .all(evidenceId) as OpRow[]
  const shown = <T>(field: string): T | null => {
    const head = heads.find((each) => each[0] === field)
    return head ? (JSON.parse(head[2]) as T | null) : null
  }
  db.prepare('DELETE FROM evidence WHERE id = ?').run(evidenceId)
  const siteId = shown<string>('site')
  const file = shown<EvidenceFile>('file')
  if (siteId === null || file === null || isDeleted(heads, (field) => field === 'caption' || field === 'field')) return
  const first = db
    .prepare(`SELECT id, author FROM op WHERE entity = 'evidence' AND row_id = ? ORDER BY id LIMIT 1`)
    .raw()
    .get(evidenceId) as [string, string]
  db.prepare(
    'INSERT INTO evidence (id, site_id, sha256, file, caption, field, author, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    evidenceId,
    siteId,
    file.sha256,
    JSON.stringify(file),
    shown<string>('caption') ?? '',
    shown<string>('field'),
    first[1],
    clockTimeMs(first[0]),
  )
}
