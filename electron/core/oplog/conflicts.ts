import type { Db } from '../db/database.ts'

/** True where the heads of one cell do not say the same. */
export function isConflict(values: readonly string[]): boolean {
  return values.some((value) => value !== values[0])
}

/** How many cells of the catalog hold changes that have not seen each other and differ. */
export function countConflicts(db: Db): number {
  return db
    .prepare(
      `SELECT count(*) FROM (
         SELECT 1 FROM head JOIN op ON op.id = head.op
         GROUP BY head.entity, head.row_id, head.field HAVING count(DISTINCT op.value) > 1)`,
    )
    .pluck()
    .get() as number
}
