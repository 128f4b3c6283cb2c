import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { importFile } from '../../electron/core/data-set/import-file.ts'
import type { Db } from '../../electron/core/db/database.ts'
import { checkCatalog } from '../../electron/core/db/integrity.ts'
import { openCatalog, openReader } from '../../electron/core/db/open-catalog.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import { randomNumbers } from '../../electron/tooling/bench/random-numbers.ts'
import type { CatalogFinding } from '../../shared/contract/catalog.ts'
import { sitesCsv } from './builders.ts'
import { spawnCoreChild } from './spawn-core-child.ts'

/** A kind of file whose rows all carry the number of its edition, so that rows of two editions are told apart. */
export interface KilledKind {
  readonly kind: 'sites' | 'queue' | 'prices' | 'layer' | 'plants'
  readonly fileName: string
  text(edition: number, rows: number): string
  /** One row: how many rows the catalog holds, and the least and greatest edition they are of. */
  readonly sql: string
}

const ROWS = 2_000
const JOB = { progress() {}, isCancelled: () => false, throwIfCancelled() {} }

const times = (rows: number, line: (row: number) => string) => Array.from({ length: rows }, (_, row) => line(row))

export const KILLED_KINDS: readonly KilledKind[] = [
  {
    kind: 'sites',
    fileName: 'sites.csv',
    text: (edition, rows) => sitesCsv(Array.from({ length: rows }, () => ({ land_acres: edition }))),
    sql: 'SELECT count(*) AS rows, min(land_acres) AS least, max(land_acres) AS most FROM site',
  },
  {
    kind: 'queue',
    fileName: 'queue.csv',
    text: (edition, rows) =>
      [
        'Project ID,Name,State,County,Status,MFO,Submitted Date,Fuel',
        ...times(rows, (row) => `AB1-${row},Wind ${row},OH,Franklin,Active,${edition},4/1/2015,Wind`),
      ].join('\n'),
    sql: `SELECT count(*) AS rows, min(capacity_mw) AS least, max(capacity_mw) AS most FROM queue_project
      WHERE edition IN (SELECT edition FROM data_set)`,
  },
  {
    kind: 'prices',
    fileName: 'prices.csv',
    text: (edition, rows) =>
      [
        'Delivery Date,Hour Ending,Repeated Hour Flag,Settlement Point,Settlement Point Price',
        ...times(rows, (row) => `01/01/2022,${String((row % 24) + 1).padStart(2, '0')}:00,N,POINT_${row},${edition}`),
      ].join('\n'),
    sql: `SELECT count(*) AS rows, min(hex(prices)) AS least, max(hex(prices)) AS most FROM price_chunk
      WHERE edition IN (SELECT edition FROM data_set)`,
  },
  {
    kind: 'layer',
    fileName: 'lines.geojson',
    text: (edition, rows) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: Array.from({ length: rows }, (_, row) => ({
          type: 'Feature',
          properties: { edition },
          geometry: { type: 'Point', coordinates: [-100 + row / 1e4, 31 + row / 1e4] },
        })),
      }),
    sql: `SELECT count(*) AS rows, min(attributes ->> 'edition') AS least, max(attributes ->> 'edition') AS most
      FROM layer_feature WHERE edition IN (SELECT edition FROM data_set)`,
  },
  {
    kind: 'plants',
    fileName: 'plants.csv',
    text: (edition, rows) =>
      [
        'Utility ID,Plant Code,Plant Name,State,County,Generator ID,Status,Nameplate Capacity (MW),Retirement Year',
        ...times(rows, (row) => `195,${row},Barry ${row},AL,Mobile,1,OP,${edition},2030`),
      ].join('\n'),
    sql: `SELECT count(*) AS rows, min(capacity_mw) AS least, max(capacity_mw) AS most FROM reference_record
      WHERE edition IN (SELECT edition FROM data_set)`,
  },
]

export interface KilledRound {
  /** When it was killed after its start, as a share of the time that an import takes. */
  readonly moment: number
  /** Which rows the catalog holds afterwards. */
  readonly holds: 'old rows' | 'all rows'
}

/**
 * Kills imports at seeded moments, one after another on the same catalog, and looks each time whether the catalog is
 * sound and holds the old rows or all of the new ones. It needs no test runner.
 * @throws Error that names kind, round and seed for a catalog that is not sound or holds anything else.
 */
export async function killImports(
  { kind, fileName, text, sql }: KilledKind,
  { folder, rounds, seed }: { folder: string; rounds: number; seed: number },
): Promise<KilledRound[]> {
  const random = randomNumbers(seed)
  const home = path.join(folder, kind)
  mkdirSync(home, { recursive: true })
  const [catalog, file] = [path.join(home, 'catalog.db'), path.join(home, fileName)]
  const figures = () => {
    const db = openReader(catalog)
    try {
      return db.prepare(sql).get() as object
    } finally {
      db.close()
    }
  }
  const write = (edition: number) => writeFileSync(file, text(edition, ROWS + 100 * edition))
  /** Imports to the end, in this process. @returns how long that took, ms */
  const whole = async (db: Db) => {
    const startedMs = performance.now()
    const request = { path: file, name: fileName, format: undefined, dryRun: false, author: 'Ada', isUndoable: true }
    await importFile(db, { ...request, referenceFolder: resourceFolders().reference }, JOB, () => {})
    return performance.now() - startedMs
  }

  write(1)
  let tookMs = await opened(catalog, whole)
  let held = figures()
  const outcomes: KilledRound[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const edition = 1 + round
    // A process of its own takes longer than this one, which has read such a file before.
    const moment = 2 * random()
    write(edition)
    const child = spawnCoreChild('import', catalog, file)
    const started = [await child.nextLine(), await child.nextLine()].join(', ')
    if (started === 'open, running') await new Promise((resolve) => setTimeout(resolve, moment * tookMs))
    const isDone = (await child.kill()).includes('done')
    const where = `${kind}, round ${round} of seed ${seed}, killed at ${moment.toFixed(3)}`
    if (started !== 'open, running') throw new Error(`${where}: the process says "${started}".`)
    const after = figures()
    const againMs = await opened(catalog, async (db) => {
      const wrong = [...checkCatalog(db), ...pages(db)].filter(({ ok }) => !ok)
      if (wrong.length > 0)
        throw new Error(`${where}: ${wrong.map(({ check, detail }) => `${check}: ${detail}`).join('; ')}`)
      // The same file once more brings in what is missing: nothing, where all of its rows are in.
      return whole(db)
    })
    const all = figures()
    if (isDeepStrictEqual(held, all)) throw new Error(`${where}: the editions cannot be told apart.`)
    const isOld = isDeepStrictEqual(after, held)
    if (isOld ? isDone : !isDeepStrictEqual(after, all))
      throw new Error(`${where}: the catalog holds ${JSON.stringify(after)} of ${JSON.stringify(all)}.`)
    if (isOld) tookMs = Math.max(againMs, tookMs / 2)
    outcomes.push({ moment, holds: isOld ? 'old rows' : 'all rows' })
    held = all
  }
  return outcomes
}

async function opened<T>(catalogFile: string, work: (db: Db) => Promise<T>): Promise<T> {
  const { db, lock } = openCatalog(catalogFile, Date.now())
  try {
    return await work(db)
  } finally {
    db.close()
    lock.release()
  }
}

/** More than the catalog's own check takes the time for: every index against its table. */
function pages(db: Db): CatalogFinding[] {
  const detail = db.pragma('integrity_check', { simple: true }) as string
  return [{ check: 'integrity_check', ok: detail === 'ok', detail }]
}
