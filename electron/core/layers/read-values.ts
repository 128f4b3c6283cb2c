import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { attributeSql } from './attribute-sql.ts'
import type { LayerSource } from './layer-source.ts'

/** The values of one attribute by feature, those without one left out. */
export function readValues(
  db: Db,
  { table, edition }: LayerSource,
  attribute: string,
): { ids: number[]; values: (string | number)[] } {
  const value = attributeSql(attribute)
  const rows = prepared(
    db,
    `SELECT key, value FROM (SELECT key, ${value.sql} AS value FROM ${table} WHERE edition = ?) WHERE value IS NOT NULL`,
  )
    .raw()
    .all(...value.values, edition) as [number, string | number][]
  return { ids: rows.map(([key]) => key), values: rows.map(([, each]) => each) }
}
