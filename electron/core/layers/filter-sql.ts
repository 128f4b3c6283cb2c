import type { LayerFilter } from '../../../shared/map/layers/layer-look.ts'
import { attributeSql, numberSql, type SqlPart } from './attribute-sql.ts'

/** The condition that a layer's filter is; every row passes where there is none. */
export function filterSql(filter: LayerFilter | null): SqlPart {
  if (!filter) return { sql: '1', values: [] }
  const value = attributeSql(filter.attribute)
  if (filter.op !== 'between') {
    const sql = filter.op === 'equals' ? `lower(${value.sql}) = lower(?)` : `instr(lower(${value.sql}), lower(?)) > 0`
    return { sql, values: [...value.values, filter.text] }
  }
  const number = numberSql(value)
  const bounds: SqlPart[] = []
  if (filter.least !== null) bounds.push({ sql: `${number.sql} >= ?`, values: [...number.values, filter.least] })
  if (filter.most !== null) bounds.push({ sql: `${number.sql} <= ?`, values: [...number.values, filter.most] })
  if (bounds.length === 0) return { sql: `${number.sql} IS NOT NULL`, values: number.values }
  return { sql: bounds.map(({ sql }) => sql).join(' AND '), values: bounds.flatMap(({ values }) => values) }
}
