import type { Db } from '../../db/database.ts'
import type { CommitTarget, ImportDifference, Staged } from '../importer.ts'
import type { Cell } from '../source/workbook.ts'
import type { ReferenceRow } from './reference-row.ts'
import { RetailSales } from './retail-sales.ts'

interface StagedRow extends ReferenceRow {
  readonly schedule: string
  readonly sheet: string
  readonly rowNumber: number
  readonly header: number
  readonly cells: string
}

/** The rows of one file of reference records, held in memory: the largest of them has some ten thousand. */
export class ReferenceStaging {
  readonly #db: Db
  readonly #rows: StagedRow[] = []
  readonly #headers: string[] = []
  readonly #sheets: { sheet: string; rows: number; mw: number }[] = []
  readonly #byState = new Map<string, number>()
  readonly #byStatus = new Map<string, number>()
  readonly #byStage = new Map<string, number>()
  #sales: RetailSales | undefined
  #firstSales: RetailSales | undefined

  constructor(db: Db) {
    this.#db = db
  }

  beginSheet(
    sheet: string,
    names: readonly string[],
    header: readonly Cell[],
    before: readonly (readonly Cell[])[],
  ): void {
    this.#headers.push(JSON.stringify(names))
    this.#sheets.push({ sheet, rows: 0, mw: 0 })
    this.#sales = names.includes('Thousand Dollars') ? new RetailSales(header, before) : undefined
    this.#firstSales ??= this.#sales
  }

  add(schedule: string, rowNumber: number, row: ReferenceRow, cells: readonly Cell[]): void {
    const sheet = this.#sheets.at(-1)
    if (!sheet) return
    sheet.rows++
    sheet.mw += row.capacityMw ?? 0
    count(this.#byState, row.state)
    count(this.#byStatus, row.status)
    count(this.#byStage, row.stage)
    this.#sales?.add(cells)
    this.#rows.push({
      ...row,
      schedule,
      sheet: sheet.sheet,
      rowNumber,
      header: this.#headers.length - 1,
      cells: JSON.stringify(cells),
    })
  }

  finish(): Staged {
    const db = this.#db
    let rows: readonly StagedRow[] = this.#rows
    const headers = this.#headers
    return {
      records: rows.length,
      accepted: rows.length,
      rejected: [],
      rejectedCount: 0,
      summary: this.#summary(),
      difference: (dataSet) => difference(db, rows, dataSet),
      commit: (target) => commit(db, rows, headers, target),
      drop() {
        rows = []
      },
    }
  }

  #summary(): Record<string, unknown> {
    const units = this.#rows.filter(({ capacityMw }) => capacityMw !== null)
    const retired = units.filter(({ stage }) => stage === 'retired')
    const retiring = units.filter(({ stage, retirementYear }) => stage === 'in_service' && retirementYear !== null)
    const plants = new Set(this.#rows.map(({ plantId }) => plantId).filter((id) => id !== null))
    return {
      rows: this.#rows.length,
      sheets: this.#sheets.map(({ sheet, rows }) => ({ sheet, rows })),
      by_state: sorted(this.#byState),
      ...(plants.size > 0 ? { plants: plants.size } : {}),
      ...(this.#byStatus.size > 0 ? { by_status: sorted(this.#byStatus), by_stage: sorted(this.#byStage) } : {}),
      ...(units.length > 0
        ? { mw: megawatts(units), retired_mw: megawatts(retired), retiring_mw: megawatts(retiring) }
        : {}),
      ...(this.#firstSales ? { sectors: this.#firstSales.toJson() } : {}),
    }
  }
}

function commit(db: Db, rows: readonly StagedRow[], headers: readonly string[], { edition }: CommitTarget): void {
  const put = db.prepare('INSERT INTO record_header (names) VALUES (?) ON CONFLICT (names) DO NOTHING')
  const find = db.prepare('SELECT key FROM record_header WHERE names = ?').pluck()
  const keys = headers.map((names) => {
    put.run(names)
    return find.get(names) as number
  })
  const insert = db.prepare(
    `INSERT INTO reference_record (edition, position, schedule, sheet, row_number, plant_id, unit_id, utility_id, name,
       state, county, latitude, longitude, status, stage, capacity_mw, retirement_year, header, cells)
     VALUES (${Array(19).fill('?').join(', ')})`,
  )
  for (const [position, row] of rows.entries())
    insert.run([
      edition,
      position,
      row.schedule,
      row.sheet,
      row.rowNumber,
      row.plantId,
      row.unitId,
      row.utilityId,
      row.name,
      row.state,
      row.county,
      row.latitude,
      row.longitude,
      row.status,
      row.stage,
      row.capacityMw,
      row.retirementYear,
      keys[row.header] ?? 0,
      row.cells,
    ])
}

type KeyParts = Pick<StagedRow, 'schedule' | 'sheet' | 'plantId' | 'unitId' | 'utilityId' | 'state' | 'county'>

function difference(db: Db, rows: readonly StagedRow[], dataSet: number | undefined): ImportDifference {
  const former = dataSet === undefined ? [] : formerRows(db, dataSet)
  const known = new Map<string, string>()
  const keyOfFormer = keys()
  for (const row of former) known.set(keyOfFormer(row), row.cells)
  const keyOf = keys()
  let [updated, unchanged] = [0, 0]
  for (const row of rows) {
    const cells = known.get(keyOf(row))
    if (cells === row.cells) unchanged++
    else if (cells !== undefined) updated++
  }
  return {
    added: rows.length - updated - unchanged,
    updated,
    unchanged,
    removed: former.length - updated - unchanged,
  }
}

function formerRows(db: Db, dataSet: number): (KeyParts & { cells: string })[] {
  return db
    .prepare(
      `SELECT schedule, sheet, plant_id AS plantId, unit_id AS unitId, utility_id AS utilityId, state, county, cells
       FROM reference_record WHERE edition = (SELECT edition FROM data_set WHERE key = ?) ORDER BY position`,
    )
    .all(dataSet) as (KeyParts & { cells: string })[]
}

/** Names rows by what they speak of; further rows of one name by their order in the file. */
function keys(): (row: KeyParts) => string {
  const seen = new Map<string, number>()
  return (row) => {
    const key = [row.schedule, row.sheet, row.plantId, row.unitId, row.utilityId, row.state, row.county].join('\u001f')
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return `${key}\u001f${ordinal}`
  }
}

function count(counts: Map<string, number>, key: string | null): void {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}

/** Without the dust of binary fractions: capacities are published in tenths of a megawatt. */
function megawatts(units: readonly StagedRow[]): number {
  return Math.round(units.reduce((sum, { capacityMw }) => sum + (capacityMw ?? 0), 0) * 1_000) / 1_000
}
