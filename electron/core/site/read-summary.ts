import type { CatalogSummary } from '../../../shared/contract/catalog.ts'
import type { Db } from '../db/database.ts'
import { readMeta, readRevision } from '../db/meta.ts'
import { schemaVersion } from '../db/migrate.ts'
import { countConflicts } from '../oplog/conflicts.ts'

/** What a catalog holds, in figures. */
export function readSummary(db: Db): CatalogSummary {
  return db.transaction(() => ({
    catalogId: readMeta(db, 'catalog_id') as string,
    revision: readRevision(db),
    schemaVersion: schemaVersion(db),
    siteCount: count(db, 'site'),
    noteCount: count(db, 'note'),
    conflictCount: countConflicts(db),
    dataSets: db
      .prepare(
        `SELECT name, kind, file_name AS fileName, sha256, record_count AS rows, imported_at AS importedAt, attribution
         FROM data_set ORDER BY key`,
      )
      .all() as CatalogSummary['dataSets'],
  }))()
}

function count(db: Db, table: 'site' | 'note'): number {
  return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
}
