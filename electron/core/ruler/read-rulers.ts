import { AppError } from '../../../shared/contract/errors.ts'
import type { SavedRuler } from '../../../shared/contract/rulers.ts'
import { BUILT_IN_RULERS } from '../../../shared/domain/ranking/built-in-rulers.ts'
import { resolveRuler } from '../../../shared/domain/ranking/resolve-ruler.ts'
import { RULER, type Ruler } from '../../../shared/domain/ranking/ruler.ts'
import type { Db } from '../db/database.ts'

/** The catalog's own rulers by name. */
export function readRulers(db: Db): SavedRuler[] {
  const rows = db.prepare('SELECT content FROM ruler ORDER BY name COLLATE NOCASE, id').pluck().all() as string[]
  return rows.map((content) => JSON.parse(content) as SavedRuler)
}

/** @throws AppError 'not_found' */
export function requireRuler(db: Db, rulerId: string): SavedRuler {
  const content = db.prepare('SELECT content FROM ruler WHERE id = ?').pluck().get(rulerId) as string | undefined
  if (content === undefined)
    throw new AppError('not_found', 'The catalog has no such ruler any more; choose another one.')
  return JSON.parse(content) as SavedRuler
}

/**
 * The ruler of an id, ready to measure with: one of the program's or of the catalog's; the combined one without an id.
 * @throws AppError 'not_found', or 'bad_input' for one that this version cannot measure with.
 */
export function rulerOf(db: Db, rulerId: string | undefined): Ruler {
  if (rulerId === undefined) return RULER
  const builtIn = Object.values(BUILT_IN_RULERS).find(({ id }) => id === rulerId)
  if (builtIn) return builtIn
  const { rulerId: id, ...saved } = requireRuler(db, rulerId)
  const resolved = resolveRuler({ id, ...saved })
  if (!resolved.ok) throw new AppError('bad_input', `The ruler ${saved.name} cannot measure: ${resolved.reason}`)
  return resolved.ruler
}
