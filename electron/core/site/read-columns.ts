import { CategoryBuilder } from '../../../shared/columns/category-builder.ts'
import {
  CATEGORY_COLUMNS,
  type CategoryColumn,
  type CategoryValues,
  NUMBER_COLUMNS,
  type NumberColumn,
  type SiteColumns,
} from '../../../shared/columns/site-columns.ts'
import { builtUpPrice, TARIFF_CHARGES, type TariffCharges } from '../../../shared/domain/power-price/built-up-price.ts'
import { isSiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { Db } from '../db/database.ts'
import { readRevision } from '../db/meta.ts'
import { decimalYear } from './decimal-year.ts'
import { columnsOfField } from './field-columns.ts'

const SELECT = `
  SELECT id, name, ${[...NUMBER_COLUMNS, ...CATEGORY_COLUMNS].map(sqlColumn).join(', ')} FROM site ORDER BY key`

/** Where the number columns start in a row, and the category columns after them. */
const NUMBERS_AT = 2
const CATEGORIES_AT = NUMBERS_AT + NUMBER_COLUMNS.length
const POWER_PRICE = NUMBERS_AT + NUMBER_COLUMNS.indexOf('powerPriceUsdPerMwh')
const ENERGY = NUMBERS_AT + NUMBER_COLUMNS.indexOf('energyUsdPerMwh')
const CHARGES = TARIFF_CHARGES.map((key) => ({ key, at: NUMBERS_AT + NUMBER_COLUMNS.indexOf(key) }))
const ENERGIZATION = NUMBERS_AT + NUMBER_COLUMNS.indexOf('energizationYear')

/** Reads all sites into columns, rows in the order of the sites' creation. */
export function readColumns(db: Db): SiteColumns {
  return db.transaction(() => {
    const revision = readRevision(db)
    const count = db.prepare('SELECT count(*) FROM site').pluck().get() as number
    const ids: string[] = new Array(count)
    const names: string[] = new Array(count)
    const numbers = NUMBER_COLUMNS.map(() => new Float64Array(count))
    const categories = CATEGORY_COLUMNS.map(() => new CategoryBuilder(count))
    let row = 0
    for (const values of db.prepare(SELECT).raw().iterate() as Iterable<(string | number | null)[]>) {
      ids[row] = values[0] as string
      names[row] = values[1] as string
      values[ENERGIZATION] = decimalYear(values[ENERGIZATION] as string | null)
      values[POWER_PRICE] = allInPrice(values)
      for (let i = 0; i < numbers.length; i++)
        (numbers[i] as Float64Array)[row] = (values[NUMBERS_AT + i] as number | null) ?? Number.NaN
      for (let i = 0; i < categories.length; i++) categories[i]?.set(row, values[CATEGORIES_AT + i] as string | null)
      row++
    }
    return {
      revision,
      count,
      ids,
      names,
      numbers: Object.fromEntries(NUMBER_COLUMNS.map((column, i) => [column, numbers[i]])) as Record<
        NumberColumn,
        Float64Array
      >,
      categories: Object.fromEntries(CATEGORY_COLUMNS.map((column, i) => [column, categories[i]?.done()])) as Record<
        CategoryColumn,
        CategoryValues
      >,
    }
  })()
}

/** The price that valuation reads: built up from its charges where the energy charge is known, else the one quoted. */
function allInPrice(values: readonly (string | number | null)[]): number | null {
  if (values[ENERGY] === null) return values[POWER_PRICE] as number | null
  const charges = CHARGES.map(({ key, at }) => [key, (values[at] as number | null) ?? Number.NaN])
  return builtUpPrice(Object.fromEntries(charges) as TariffCharges).allInUsdPerMwh
}

function sqlColumn(column: NumberColumn | CategoryColumn): string {
  if (column === 'energizationYear') return 'energization_date'
  if (column === 'mwRungLevel') return 'mw_rung'
  if (!isSiteFieldKey(column)) return column
  return columnsOfField(column)[0] as string
}
