import { AppError } from '../../../../shared/contract/errors.ts'
import type { SiteFieldKey } from '../../../../shared/domain/site/site-fields.ts'
import type { Position } from '../../../../shared/domain/site/site-value.ts'
import type { CsvRow } from '../csv-parser.ts'
import type { CsvTable } from '../csv-table.ts'
import type { ExistingSites, ImportEvent } from '../import-event.ts'
import { IMPORT_LIMITS } from '../import-limits.ts'
import type { ImportedRecord } from '../imported-record.ts'
import { partialDate } from '../partial-date.ts'
import { type ColumnMap, type RowResult, readRow, reject, rowCells } from '../row-reader.ts'
import { slug } from '../slug.ts'
import { type CoalPlantRow, coalRowStatus, combineCoalRows, inventoryMonth } from './coal-plant.ts'
import type { Layout } from './layout.ts'
import { hasMostColumns, requiredColumns } from './required-columns.ts'

const FIELD_OF_COLUMN = {
  plant_id_eia: 'eiaPlantId',
  name: 'name',
  county: 'county',
  state: 'state',
  nameplate_mw: 'nameplateGenerationMw',
  primary_fuel: 'primaryFuel',
  retirement_year: 'retirementYear',
  grid_voltage_kv: 'gridVoltageKv',
  balancing_authority: 'balancingAuthority',
  utility: 'operator',
} as const satisfies Record<string, SiteFieldKey>

type ValueColumn = keyof typeof FIELD_OF_COLUMN

const VALUE_COLUMNS = Object.keys(FIELD_OF_COLUMN) as ValueColumn[]
const COLUMNS = [...VALUE_COLUMNS, 'latitude', 'longitude', 'source'] as const

/**
 * The layout of data/reference/retired_coal.csv: one row for each plant and retirement year. The rows of one plant
 * (same EIA code, or same name and state where it has none) become one site, so the file is held in memory whole.
 */
export const retiredCoal: Layout = {
  format: 'reference-retired-coal',
  kind: 'coal plants',
  title: 'EIA coal plants',
  attribution: 'Includes EIA-860M and EIA-860 data (US Energy Information Administration, public domain).',
  dataSetName: (fileName) => `EIA coal plants (${fileName})`,
  // All of them: a list of anybody's sites may share most of these names.
  recognises: (header) => hasMostColumns(header, COLUMNS, 1),
  read(table, catalog) {
    const at = requiredColumns(table, COLUMNS)
    if (table.file.byteLength > IMPORT_LIMITS.combinedFileBytes)
      throw new AppError(
        'bad_input',
        `"${table.file.name}" is larger than 64 MB, too much for a table of coal plants; split it by state.`,
      )
    const columns: ColumnMap = {
      header: table.header,
      fields: new Map(VALUE_COLUMNS.map((column) => [FIELD_OF_COLUMN[column], at[column]])),
      latitude: at.latitude,
      longitude: at.longitude,
      hasDecimalComma: table.delimiter === ';',
    }
    return readPlants(table, columns, at.source, catalog)
  },
}

async function* readPlants(
  table: CsvTable,
  columns: ColumnMap,
  sourceColumn: number,
  catalog: ExistingSites,
): AsyncGenerator<ImportEvent, void, undefined> {
  const plants = new Map<string, CoalPlantRow[]>()
  let rowsRead = 0
  for await (const { rows, bytesRead } of table.batches()) {
    rowsRead += rows.length
    for (const row of rows) {
      const read = readPlantRow(row, columns, sourceColumn)
      if (!read.ok) {
        yield { type: 'rejected', rejected: read.rejected }
        continue
      }
      const { eiaPlantId, name, state } = read.value.values
      const key = eiaPlantId ? `eia ${eiaPlantId}` : `name ${name}|${state}`
      const samePlant = plants.get(key)
      if (samePlant) samePlant.push(read.value)
      else plants.set(key, [read.value])
    }
    yield { type: 'progress', bytesRead, rowsRead }
  }
  const taken = new Set<string>()
  for (const rows of plants.values()) yield { type: 'record', record: plantRecord(rows, columns, catalog, taken) }
}

function readPlantRow(row: CsvRow, columns: ColumnMap, sourceColumn: number): RowResult<CoalPlantRow> {
  const read = readRow(row, columns)
  if (!read.ok) return read
  for (const field of ['name', 'state'] as const)
    if (read.value[field] === undefined)
      return reject(row, columns.header[columns.fields.get(field) ?? -1] ?? null, 'is empty, and a plant needs it')
  const source = (row.cells[sourceColumn] ?? '').trim()
  const status = coalRowStatus(row, columns.header[sourceColumn] ?? 'source', source)
  if (!status.ok) return status
  return { ok: true, value: { row, values: read.value, status: status.value, source } }
}

/** @param taken ids that earlier plants of the file got; the plant's own id is added. */
function plantRecord(
  rows: readonly CoalPlantRow[],
  columns: ColumnMap,
  catalog: ExistingSites,
  taken: Set<string>,
): ImportedRecord {
  const values = combineCoalRows(rows)
  const [first] = rows as readonly [CoalPlantRow, ...CoalPlantRow[]]
  const sources = [...new Set(rows.map((row) => row.source))]
  const siteId = plantId(first, values.position as Position, catalog, taken)
  taken.add(siteId)
  return {
    siteId,
    rowNumber: first.row.rowNumber,
    source: sources.join(' | ').slice(0, 2_000),
    asOf: partialDate(inventoryMonth(sources[0] ?? '') ?? ''),
    values,
    rungs: {},
    header: rows.flatMap(({ row }, index) =>
      index === 0 ? columns.header : columns.header.map((name) => `${name} (row ${row.rowNumber})`),
    ),
    cells: rows.flatMap(({ row }) => rowCells(row, columns.header)),
  }
}

/** The site of the catalog that is this plant, else an id of the plant's name and state. */
function plantId(plant: CoalPlantRow, position: Position, catalog: ExistingSites, taken: ReadonlySet<string>): string {
  const eiaPlantId = String(plant.values.eiaPlantId ?? '')
  const name = String(plant.values.name ?? '')
  const state = String(plant.values.state ?? '')
  const existing =
    (eiaPlantId === '' ? null : catalog.findByEiaPlantId(eiaPlantId)) ?? catalog.findNear(name, state, position)
  if (existing !== null && !taken.has(existing)) return existing
  const id = `coal-${slug(name).slice(0, 80)}-${slug(state).slice(0, 20)}`
  return taken.has(id) ? `${id}-${slug(eiaPlantId).slice(0, 15) || plant.row.rowNumber}` : id
}
