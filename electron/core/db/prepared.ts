import type { Db, Statement } from './database.ts'

const STATEMENTS = new WeakMap<Db, Map<string, Statement>>()

/**
 * A statement that is prepared once a connection, for reads that are made site by site. Preparing costs several times
 * as much as running one. Use it with `get` and `all` only, and always in the same mode (`raw`, `pluck` stick to it).
 */
export function prepared(db: Db, sql: string): Statement {
  let statements = STATEMENTS.get(db)
  if (!statements) {
    statements = new Map()
    STATEMENTS.set(db, statements)
  }
  let statement = statements.get(sql)
  if (!statement) {
    statement = db.prepare(sql)
    statements.set(sql, statement)
  }
  return statement
}
