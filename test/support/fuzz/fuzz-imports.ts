import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { importFile } from '../../../electron/core/data-set/import-file.ts'
import { Database, type Db } from '../../../electron/core/db/database.ts'
import { checkCatalog } from '../../../electron/core/db/integrity.ts'
import { resourceFolders } from '../../../electron/host/paths.ts'
import { randomNumbers } from '../../../electron/tooling/bench/random-numbers.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { importReport } from '../../../shared/contract/jobs.ts'
import { memoryCatalog } from '../replica.ts'
import { mutateFile } from './mutate-file.ts'
import { type SeedFile, seedFiles } from './seed-files.ts'

export interface FuzzOptions {
  readonly seed: number
  readonly from: number
  readonly cases: number
  /** Hears of each case before it starts. */
  readonly onCase?: (index: number) => void
}

export interface FuzzOutcome {
  readonly imported: number
  readonly refused: number
  /** Processor time of the slowest case, ms. */
  readonly slowestMs: number
  readonly slowestCase: number
  /** One line a case that ended in anything but a report or one sentence, or left something behind. */
  readonly faults: readonly string[]
}

const JOB = { progress() {}, isCancelled: () => false, throwIfCancelled() {} }
/** Of the imports that went in, one in this many has its catalog looked through. */
const CHECKED = 25

/**
 * Imports files that are broken in seeded ways into a catalog in memory, each case on its own: the same seed and
 * number make the same file. It needs no test runner.
 */
export async function fuzzImports({ seed, from, cases, onCase }: FuzzOptions): Promise<FuzzOutcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-fuzz-'))
  const seeds = seedFiles()
  const empty = memoryCatalog()
  const blank = empty.serialize()
  empty.close()
  const faults: string[] = []
  let [imported, refused, slowestMs, slowestCase] = [0, 0, 0, from]
  let db = opened(blank)
  try {
    for (let index = from; index < from + cases; index += 1) {
      onCase?.(index)
      const file = mutateFile(seeds, randomNumbers(seed + 7_919 * index))
      const before = process.cpuUsage()
      const { fault, isChanged, isRefused } = await importOne(db, folder, file, blank)
      const { user, system } = process.cpuUsage(before)
      const ms = (user + system) / 1_000
      if (ms > slowestMs) [slowestMs, slowestCase] = [ms, index]
      if (fault !== null) faults.push(`case ${index} of seed ${seed} (${file.name}): ${fault}`)
      if (isRefused) refused += 1
      else imported += 1
      if (isChanged && imported % CHECKED === 0)
        for (const { check, ok, detail } of checkCatalog(db))
          if (!ok) faults.push(`case ${index} of seed ${seed} (${file.name}): ${check}: ${detail}`)
      if (isChanged || fault !== null) {
        db.close()
        db = opened(blank)
      }
    }
    return { imported, refused, slowestMs, slowestCase, faults }
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function opened(bytes: Buffer): Db {
  const db = new Database(bytes)
  db.pragma('foreign_keys = ON')
  return db
}

async function importOne(db: Db, folder: string, { name, bytes }: SeedFile, blank: Buffer) {
  const file = path.join(folder, 'given')
  writeFileSync(file, bytes)
  const request = { path: file, name, format: undefined, dryRun: false, author: 'Ada', isUndoable: true }
  let revision: number | null = null
  try {
    const report = await importFile(db, { ...request, referenceFolder: resourceFolders().reference }, JOB, (next) => {
      revision = next
    })
    const parsed = importReport.safeParse(report)
    const isChanged = revision !== null
    return {
      fault: parsed.success
        ? isChanged
          ? null
          : leftBehind(db, blank)
        : `a report out of order: ${parsed.error.message}`,
      isChanged,
      isRefused: false,
    }
  } catch (error) {
    return { fault: faultOf(error, folder) ?? leftBehind(db, blank), isChanged: false, isRefused: true }
  }
}

function faultOf(error: unknown, folder: string): string | null {
  if (!(error instanceof AppError)) return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const { message } = error
  if (!/^[^\n\r]{10,700}\.$/.test(message)) return `not one sentence: ${message}`
  if (message.includes(folder) || message.includes(path.basename(folder)) || / at .+:\d+:\d+/.test(message))
    return `more than a sentence for its reader: ${message}`
  return null
}

function leftBehind(db: Db, blank: Buffer): string | null {
  if (db.inTransaction) return 'a transaction is open afterwards'
  return db.serialize().equals(blank) ? null : 'the catalog is changed'
}
