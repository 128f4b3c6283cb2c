import { type EvidenceRung, rungLevel } from '../../../shared/domain/site/evidence-rung.ts'
import { SITE_FIELD_KEYS, type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import type { Position, SiteValue } from '../../../shared/domain/site/site-value.ts'
import type { CellValue } from './cell-value.ts'
import { columnsOfField, FIELD_COLUMNS } from './field-columns.ts'
import { type RecordedValues, recordFor } from './site-records.ts'

/** A person's values by field; null where one was taken back and the data sets speak again. */
export type Overrides = ReadonlyMap<SiteFieldKey, CellValue | null>

const MW_FIELDS: ReadonlySet<SiteFieldKey> = new Set(['energizedMw', 'plannedMw', 'queueMw'])
const FIELDS = SITE_FIELD_KEYS.map((key) => ({
  key,
  isPosition: siteField(key).type === 'position',
  isMw: MW_FIELDS.has(key),
}))
const NAME_AT = 2 + FIELD_COLUMNS.indexOf('name')

/** The columns of a site's row, all but its key. */
export const SITE_ROW_COLUMNS: readonly string[] = ['id', 'revision', ...FIELD_COLUMNS, 'mw_rung']

export const SITE_ROW_SQL = `
  INSERT INTO site (${SITE_ROW_COLUMNS.join(', ')})
  VALUES (${SITE_ROW_COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${SITE_ROW_COLUMNS.slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`

/**
 * The values of SITE_ROW_COLUMNS, which are the parameters of SITE_ROW_SQL: a person's value where there is one, else the first data set's that has one.
 * A site that nobody has named yet goes by its id.
 */
export function siteRow(
  id: string,
  revision: number,
  records: readonly RecordedValues[],
  overrides: Overrides | undefined,
): unknown[] {
  const row: unknown[] = [id, revision]
  pushFields(row, FIELDS, records, overrides)
  row[NAME_AT] ??= id
  return row
}

/** The rows of sites of which one record speaks alone, in as few columns as the records need. */
export class SiteRowForm {
  /** The columns of a row but for `revision`; all others are empty. */
  readonly columns: readonly string[]
  readonly #fields: typeof FIELDS
  readonly #nameAt: number

  /** @param fields all that any of the records has, `name` among them. */
  constructor(fields: ReadonlySet<SiteFieldKey>) {
    this.#fields = FIELDS.filter(({ key }) => fields.has(key))
    this.columns = ['id', ...this.#fields.flatMap(({ key }) => columnsOfField(key)), 'mw_rung']
    this.#nameAt = this.columns.indexOf('name')
  }

  /** The values of `columns`. */
  row(id: string, record: RecordedValues): unknown[] {
    const row: unknown[] = [id]
    pushFields(row, this.#fields, [record], undefined)
    row[this.#nameAt] ??= id
    return row
  }
}

/** Puts the columns of the fields and `mw_rung` behind what the row has. */
function pushFields(
  row: unknown[],
  fields: typeof FIELDS,
  records: readonly RecordedValues[],
  overrides: Overrides | undefined,
): void {
  let mwRung: number | null = null
  const only = records.length === 1 ? records[0] : undefined
  for (const { key, isPosition, isMw } of fields) {
    const override = overrides?.get(key)
    const record = override ? undefined : (only ?? recordFor(records, key))
    const value: SiteValue = override ? override.value : (record?.values[key] ?? null)
    if (isPosition) {
      const position = value as Position | null
      row.push(position?.latitude ?? null, position?.longitude ?? null)
    } else row.push(value)
    if (isMw && value !== null) {
      const rung: EvidenceRung = override ? override.rung : (record?.rungs[key] ?? 'claimed')
      mwRung = Math.max(mwRung ?? 0, rungLevel(rung))
    }
  }
  row.push(mwRung)
}
