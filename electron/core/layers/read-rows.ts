import type { LayerRow } from '../../../shared/contract/layers.ts'
import type { LayerFilter } from '../../../shared/map/layers/layer-look.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { attributeSql, numberSql, type SqlPart } from './attribute-sql.ts'
import { filterSql } from './filter-sql.ts'
import type { LayerSource } from './layer-source.ts'

export interface RowsRequest {
  readonly attributes: readonly string[]
  readonly sortBy: string | null
  readonly descending: boolean
  readonly text: string
  readonly filter: LayerFilter | null
}

/** A stretch of a layer's attribute table; the columns are the attributes asked for. */
export function readRows(
  db: Db,
  source: LayerSource,
  request: RowsRequest & { readonly offset: number; readonly limit: number },
): { total: number; rows: LayerRow[] } {
  const where = whereSql(source, request)
  const order = orderSql(request)
  const { table } = source
  const total = prepared(db, `SELECT count(*) FROM ${table} WHERE ${where.sql}`)
    .pluck()
    .get(...where.values) as number
  const rows = prepared(
    db,
    `SELECT key, name, attributes FROM ${table} WHERE ${where.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`,
  )
    .raw()
    .all(...where.values, ...order.values, request.limit, request.offset) as [number, string | null, string][]
  return {
    total,
    rows: rows.map(([featureId, name, text]) => {
      const attributes = JSON.parse(text) as Record<string, string | number | boolean | null>
      return { featureId, name, values: request.attributes.map((attribute) => attributes[attribute] ?? null) }
    }),
  }
}

/** Where a feature stands in the table, from 0; null where it does not. */
export function readRowIndex(db: Db, source: LayerSource, request: RowsRequest, featureId: number): number | null {
  const where = whereSql(source, request)
  const order = orderSql(request)
  const row = prepared(
    db,
    `SELECT position FROM (
       SELECT key, row_number() OVER (ORDER BY ${order.sql}) - 1 AS position FROM ${source.table} WHERE ${where.sql}
     ) WHERE key = ?`,
  )
    .pluck()
    .get(...order.values, ...where.values, featureId) as number | undefined
  return row ?? null
}

function whereSql({ edition }: LayerSource, { text, filter }: RowsRequest): SqlPart {
  const condition = filterSql(filter)
  if (text === '') return { sql: `edition = ? AND (${condition.sql})`, values: [edition, ...condition.values] }
  return {
    sql: `edition = ? AND (${condition.sql}) AND (instr(lower(name), lower(?)) > 0
      OR EXISTS (SELECT 1 FROM json_each(attributes) WHERE instr(lower(value), lower(?)) > 0))`,
    values: [edition, ...condition.values, text, text],
  }
}

/** Numbers by size before texts by letter, what has no value last. */
function orderSql({ sortBy, descending }: RowsRequest): SqlPart {
  if (sortBy === null) return { sql: 'key', values: [] }
  const value = attributeSql(sortBy)
  const number = numberSql(value)
  const direction = descending ? 'DESC' : 'ASC'
  return {
    sql: `${value.sql} IS NULL, ${number.sql} IS NULL, ${number.sql} ${direction}, ${value.sql} COLLATE NOCASE ${direction}, key`,
    values: [...value.values, ...number.values, ...number.values, ...value.values],
  }
}
