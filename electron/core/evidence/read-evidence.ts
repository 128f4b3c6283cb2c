import type { SiteEvidence } from '../../../shared/contract/evidence.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { EvidenceFile } from './evidence-file.ts'

type Row = Pick<SiteEvidence, 'evidenceId' | 'caption' | 'field' | 'author' | 'addedAt'> & { file: string }

/** The documents and photos of a site, oldest first. */
export function readEvidence(db: Db, siteId: string): SiteEvidence[] {
  const rows = prepared(
    db,
    `SELECT id AS evidenceId, file, caption, field, author, added_at AS addedAt
       FROM evidence WHERE site_id = ? ORDER BY added_at, id`,
  ).all(siteId) as Row[]
  return rows.map(({ file, ...row }) => ({ ...row, ...(JSON.parse(file) as EvidenceFile) }))
}
