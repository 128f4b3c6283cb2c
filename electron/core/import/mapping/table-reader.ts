import { AppError } from '../../../../shared/contract/errors.ts'
import type { TableMapping } from '../../../../shared/contract/mappings.ts'
import type { ColumnRole } from '../../../../shared/domain/mapping/column-role.ts'
import { roleLabel } from '../../../../shared/domain/mapping/column-role.ts'
import { readDegrees, splitPair } from '../../../../shared/domain/mapping/read-degrees.ts'
import { readMeasure } from '../../../../shared/domain/mapping/read-measure.ts'
import { baseUnit, toFieldUnit, unitOfText, unitsOf } from '../../../../shared/domain/mapping/units.ts'
import { isSiteFieldKey, type SiteFieldKey, siteField } from '../../../../shared/domain/site/site-fields.ts'
import { checkSiteValue, type Position, type ValueCheck } from '../../../../shared/domain/site/site-value.ts'
import { columnKey } from '../column-key.ts'
import type { CsvRow } from '../csv-parser.ts'
import { type FieldReader, fieldReader, notANumber } from '../field-reader.ts'
import type { ImportedRecord } from '../imported-record.ts'
import { inSentence } from '../in-sentence.ts'
import { mwRungs } from '../mw-rungs.ts'
import { partialDate } from '../partial-date.ts'
import { plainCell } from '../plain-cell.ts'
import { type RowResult, reject, rowCells, type SiteValues } from '../row-reader.ts'
import { countyMiddle } from './county-middles.ts'
import { type Unproject, unprojectOf } from './to-degrees.ts'

interface ColumnReader {
  readonly index: number
  readonly read: FieldReader
}

const LONGEST_ID = 120
const LONGEST_SOURCE = 2_000

/** What people write where they know nothing (rule for all tables); never a value. */
const BLANK = /^(\s*|n\/?a|-+|–|tbd|none|null|\.|unknown|not specified)$/i

/** Reads the rows of a table as its mapping says. */
export class TableReader {
  readonly #header: readonly string[]
  readonly #indices = new Map<ColumnRole, number>()
  readonly #fields = new Map<SiteFieldKey, ColumnReader>()
  readonly #mapping: TableMapping
  readonly #unproject: Unproject | null
  readonly #referenceFolder: string
  readonly #derivedId: (values: SiteValues) => string | null
  readonly #rowOfId = new Map<string, number>()
  readonly #fileName: string

  /** @throws AppError bad_input where the mapping cannot make sites of the table. */
  constructor(
    header: readonly string[],
    mapping: TableMapping,
    options: { fileName: string; referenceFolder: string; derivedId: (values: SiteValues) => string | null },
  ) {
    this.#header = header
    this.#mapping = mapping
    this.#fileName = options.fileName
    this.#referenceFolder = options.referenceFolder
    this.#derivedId = options.derivedId
    const indexOf = new Map(header.map((name, index) => [columnKey(name), index]))
    for (const { heading, role, unit } of mapping.columns) {
      if (role === 'ignore') continue
      const index = indexOf.get(columnKey(heading)) ?? header.indexOf(heading)
      if (index < 0) throw refuse(`the table has no column "${inSentence(heading)}"`)
      if (this.#indices.has(role)) throw refuse(`two columns become "${roleLabel(role)}"; choose one of them`)
      if (unit !== null && baseUnit(role) !== null && unit !== baseUnit(role) && !unitsOf(role).includes(unit))
        throw refuse(`"${inSentence(unit)}" is no unit of "${roleLabel(role)}"`)
      this.#indices.set(role, index)
      if (isSiteFieldKey(role) && role !== 'position')
        this.#fields.set(role, { index, read: this.#readerOf(role, unit) })
    }
    this.#unproject = unprojectOf(mapping.crs)
    this.#refuseMissing()
  }

  /** A row as a site; rejected with the column and the reason at the first cell that cannot be read. */
  read(row: CsvRow): RowResult<ImportedRecord> {
    const values: SiteValues = {}
    for (const [key, { index, read }] of this.#fields) {
      const cell = row.cells[index] ?? ''
      if (BLANK.test(cell)) continue
      const value = read(cell)
      if (!value.ok) return reject(row, this.#header[index] ?? null, value.reason)
      if (value.value !== null) values[key] = value.value
    }
    const place = this.#place(row, values)
    if (!place.ok) return place
    values.position = place.value.position
    if (place.value.isCountyMiddle) values.coordinatePrecision = 'county'
    const siteId = this.#cell(row, 'siteId') || this.#derivedId(values)
    const idColumn = this.#header[this.#indices.get('siteId') ?? this.#indices.get('name') ?? -1] ?? null
    if (!siteId) return reject(row, idColumn, 'is empty, and a site needs a name or an id')
    if (siteId.length > LONGEST_ID) return reject(row, idColumn, `is longer than ${LONGEST_ID} characters`)
    const earlier = this.#rowOfId.get(siteId)
    if (earlier !== undefined)
      return reject(row, idColumn, `"${inSentence(String(values.name ?? siteId))}" already stands in row ${earlier}`)
    const source = this.#cell(row, 'source')
    if (source.length > LONGEST_SOURCE)
      return reject(row, this.#column('source'), `is longer than ${LONGEST_SOURCE} characters`)
    this.#rowOfId.set(siteId, row.rowNumber)
    values.name ??= siteId
    return {
      ok: true,
      value: {
        siteId,
        rowNumber: row.rowNumber,
        source: source || this.#fileName,
        asOf: partialDate(this.#cell(row, 'sourceDate')),
        values,
        rungs: mwRungs(values),
        header: this.#header,
        cells: rowCells(row, this.#header).slice(0, this.#header.length),
      },
    }
  }

  #readerOf(role: SiteFieldKey, unit: string | null): FieldReader {
    if (role === 'energizationDate')
      return (cell) => {
        const date = partialDate(cell)
        return date === null
          ? { ok: false, reason: `"${inSentence(cell)}" is not a date such as 2027-07` }
          : { ok: true, value: date }
      }
    if (siteField(role).type !== 'number') return fieldReader(role, false)
    return (cell) => this.#readNumber(role, plainCell(cell), unit)
  }

  #readNumber(role: SiteFieldKey, text: string, unit: string | null): ValueCheck {
    const measure = readMeasure(text, this.#mapping.decimalMark)
    if (measure === null) return notANumber(text)
    // A unit beside the number says more than the column's.
    const own = measure.unit === '' ? unit : unitOfText(role, measure.unit)
    if (measure.unit !== '' && own === null && measure.unit !== siteField(role).unit && !/^[~*]$/.test(measure.unit))
      return { ok: false, reason: `"${inSentence(text)}" is in a unit that Switchyard does not know here` }
    const value = toFieldUnit(role, measure.value, own)
    const check = checkSiteValue(role, value)
    if (check.ok) return check
    return { ok: false, reason: own === null ? check.reason : `${check.reason} ${siteField(role).unit ?? ''}`.trim() }
  }

  #place(row: CsvRow, values: SiteValues): RowResult<{ position: Position; isCountyMiddle: boolean }> {
    const pair = this.#cell(row, 'position')
    const latitude = this.#cell(row, 'latitude')
    const longitude = this.#cell(row, 'longitude')
    if (!BLANK.test(pair)) {
      const halves = splitPair(pair, this.#mapping.decimalMark)
      if (halves === null)
        return reject(row, this.#column('position'), `"${inSentence(pair)}" is not a latitude and a longitude`)
      const columns = [this.#column('position'), this.#column('position')] as const
      // Of projected coordinates the easting stands first.
      return this.#unproject
        ? this.#project(row, columns, halves[1], halves[0])
        : this.#degrees(row, columns, ...halves)
    }
    if (!BLANK.test(latitude) || !BLANK.test(longitude)) {
      const columns = [this.#column('latitude'), this.#column('longitude')] as const
      return this.#unproject
        ? this.#project(row, columns, latitude, longitude)
        : this.#degrees(row, columns, latitude, longitude)
    }
    return this.#middleOfCounty(row, values)
  }

  #degrees(row: CsvRow, columns: readonly [string | null, string | null], latitude: string, longitude: string) {
    const degrees: number[] = []
    for (const [at, axis, text] of [
      [0, 'latitude', latitude],
      [1, 'longitude', longitude],
    ] as const) {
      const read = readDegrees(text, axis, this.#mapping.decimalMark)
      if (read === null) return reject(row, columns[at], degreesProblem(text, axis, this.#mapping))
      degrees.push(read)
    }
    const [north = 0, east = 0] = degrees
    return { ok: true, value: { position: { latitude: north, longitude: east }, isCountyMiddle: false } } as const
  }

  #project(row: CsvRow, columns: readonly [string | null, string | null], northing: string, easting: string) {
    const y = readMeasure(northing, this.#mapping.decimalMark)
    if (y === null) return reject(row, columns[0], notANumber(northing).reason)
    const x = readMeasure(easting, this.#mapping.decimalMark)
    if (x === null) return reject(row, columns[1], notANumber(easting).reason)
    const position = this.#unproject?.(x.value, y.value) ?? null
    if (position === null) return reject(row, columns[0], `${x.value}, ${y.value} lies outside of ${this.#mapping.crs}`)
    return { ok: true, value: { position, isCountyMiddle: false } } as const
  }

  #middleOfCounty(
    row: CsvRow,
    { county, state }: SiteValues,
  ): RowResult<{ position: Position; isCountyMiddle: boolean }> {
    const column = this.#column('position') ?? this.#column('latitude') ?? this.#column('county')
    if (typeof county !== 'string' || typeof state !== 'string')
      return reject(row, column, 'is empty, and a site needs a position or a county and state')
    const middle = countyMiddle(this.#referenceFolder, county, state)
    if (!middle.ok) return reject(row, this.#column('county'), middle.reason)
    return { ok: true, value: { position: middle.position, isCountyMiddle: true } }
  }

  #refuseMissing(): void {
    const has = (...roles: ColumnRole[]) => roles.every((role) => this.#indices.has(role))
    if (!has('name') && !has('siteId')) throw refuse('no column becomes the name or the id of a site')
    if (has('latitude') !== has('longitude') && !has('position') && !has('county', 'state'))
      throw refuse(`no column becomes ${has('latitude') ? 'the longitude' : 'the latitude'}`)
    if (!has('position') && !has('latitude', 'longitude') && !has('county', 'state'))
      throw refuse('no columns become a position; choose latitude and longitude, or county and state')
  }

  #cell(row: CsvRow, role: ColumnRole): string {
    const index = this.#indices.get(role)
    return index === undefined ? '' : (row.cells[index] ?? '').trim()
  }

  #column(role: ColumnRole): string | null {
    return this.#header[this.#indices.get(role) ?? -1] ?? null
  }
}

function degreesProblem(text: string, axis: 'latitude' | 'longitude', { decimalMark }: TableMapping): string {
  if (text === '') return 'is empty, and a site needs a position'
  const number = readMeasure(text, decimalMark)
  if (number === null || number.unit !== '') return `"${inSentence(text)}" is no ${axis}`
  const bound = axis === 'latitude' ? 90 : 180
  return Math.abs(number.value) > 1_000
    ? `${axis} ${number.value} is outside -${bound} to ${bound}; the coordinates may be projected: choose their system`
    : `${axis} ${number.value} is outside -${bound} to ${bound}`
}

function refuse(why: string): AppError {
  return new AppError('bad_input', `The columns cannot be read so: ${why}.`)
}
