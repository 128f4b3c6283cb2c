import type { CatalogFinding } from '../../../shared/contract/catalog.ts'
import { findWrongAnnotations } from '../annotations/find-wrong-annotations.ts'
import { findWrongDecks } from '../deck/find-wrong-decks.ts'
import { findWrongRows } from '../site/find-wrong-rows.ts'
import type { Db } from './database.ts'

/** Looks whether all parts of a catalog agree with each other. A few seconds for 100,000 sites. */
export function checkCatalog(db: Db): CatalogFinding[] {
  return [
    finding('Pages of the file', () => faults(db.pragma('quick_check', { simple: true }) as string)),
    finding('References', () => count((db.pragma('foreign_key_check') as unknown[]).length, 'reference to nothing')),
    finding('Full-text index', () => {
      db.exec(`INSERT INTO site_fts (site_fts) VALUES ('integrity-check')`)
      return missing(db, 'SELECT key FROM site', 'SELECT id FROM site_fts_docsize', 'site')
    }),
    finding('Position index', () =>
      boxes(db, 'site_rtree', 'SELECT key FROM site WHERE latitude IS NOT NULL', 'position'),
    ),
    finding('Position index of the layers', () =>
      boxes(db, 'layer_rtree', 'SELECT key FROM layer_feature WHERE west IS NOT NULL', 'feature'),
    ),
    finding('Heads of the change log', () =>
      missing(
        db,
        'SELECT id FROM op WHERE NOT EXISTS (SELECT 1 FROM op_parent WHERE parent = op.id)',
        'SELECT op FROM head',
        'head',
      ),
    ),
    finding('Decks', () => count(findWrongDecks(db), 'deck that differs from its changes')),
    finding('Drawings', () => count(findWrongAnnotations(db), 'drawing that differs from its changes')),
    finding('Values of the sites', () => count(findWrongRows(db), 'site that differs from its records and edits')),
  ]
}

function finding(check: string, look: () => string | null): CatalogFinding {
  try {
    const fault = look()
    return { check, ok: fault === null, detail: fault ?? 'in order' }
  } catch (error) {
    return { check, ok: false, detail: (error as Error).message }
  }
}

function faults(answer: string): string | null {
  return answer === 'ok' ? null : answer
}

/** Looks at an index of boxes, in itself and against the rows that belong in it. */
function boxes(db: Db, index: string, wanted: string, what: string): string | null {
  const fault = faults(db.prepare('SELECT rtreecheck(?)').pluck().get(index) as string)
  return fault ?? missing(db, wanted, `SELECT key FROM ${index}`, what)
}

/** Says how many rows one of two queries has and the other has not; null where they agree. */
function missing(db: Db, wanted: string, found: string, what: string): string | null {
  const rows = (sql: string) => db.prepare(`SELECT count(*) FROM (${sql})`).pluck().get() as number
  const lost = rows(`${wanted} EXCEPT ${found}`)
  const extra = rows(`${found} EXCEPT ${wanted}`)
  return lost + extra === 0 ? null : `${lost} of the ${what}s are missing and ${extra} are too many`
}

function count(amount: number, what: string): string | null {
  return amount === 0 ? null : `${amount} × ${what}`
}
