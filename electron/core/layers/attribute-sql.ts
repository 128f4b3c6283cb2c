/** A piece of SQL with what is bound to its question marks. */
export interface SqlPart {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** The value of an attribute of the row at hand, whatever its name holds. */
export function attributeSql(attribute: string): SqlPart {
  // A JSON path has no way to write a quotation mark inside a name.
  return /["\\]/.test(attribute)
    ? { sql: '(SELECT value FROM json_each(attributes) WHERE key = ? LIMIT 1)', values: [attribute] }
    : { sql: 'json_extract(attributes, ?)', values: [`$."${attribute}"`] }
}

/** A value as a number where it is one or reads as one, else null; `valueSql` stands in it more than once. */
export function numberSql({ sql, values }: SqlPart): SqlPart {
  const looks = `typeof(${sql}) IN ('integer', 'real') OR (trim(${sql}) GLOB '*[0-9]*' AND NOT trim(${sql}) GLOB '*[^0-9.+-]*')`
  return {
    sql: `CASE WHEN ${looks} THEN CAST(${sql} AS REAL) END`,
    values: [...values, ...values, ...values, ...values],
  }
}
