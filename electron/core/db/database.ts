import Database from 'better-sqlite3'

/** A connection to a catalog. */
export type Db = Database.Database

/** A prepared statement that takes its parameters by position. */
export type Statement = Database.Statement<unknown[]>

export { Database }
