import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { BenchRow } from './bench.ts'
import { plainPassMs } from './plain-pass.ts'
import { writeSiteList } from './site-list-file.ts'

const ROWS = 100_000
const ROUNDS = 2
const MAIN = fileURLToPath(new URL('./import-once.ts', import.meta.url))
const SAMPLES = fileURLToPath(new URL('../../../../shared/samples/', import.meta.url))
/** What the reading of a sample may take: milliseconds and megabytes of the whole process. */
const SAMPLE_LIMITS = [
  { file: 'eia/2___Plant_Y2020.xlsx', what: 'EIA plants, 12,636 rows of 42 columns, xlsx', ms: 2_000, mb: 300 },
  { file: 'queue/pjm/PJM Queue.xlsx', what: 'PJM queue, 8,190 rows, xlsx', ms: 2_000, mb: 300 },
  {
    file: 'prices/ercot/rpt.00013061.0000000000000000.RTMLZHBSPP_2022.csv',
    what: '68,448 ERCOT prices, CSV',
    ms: 500,
    mb: 300,
  },
] as const

/**
 * A list of sites into a catalog with all its indices, against GDAL writing the same list into a GeoPackage with its
 * spatial index alone; and published files against what they may take. Wall time, the least of the rounds, each in a
 * process of its own.
 */
export function importBench(): BenchRow[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-bench-'))
  try {
    const list = path.join(folder, 'sites.csv')
    writeSiteList(list, ROWS)
    let [ours, theirs] = [Infinity, Infinity]
    for (let round = 0; round < ROUNDS; round++) {
      ours = Math.min(ours, importOnce(list).ms)
      theirs = Math.min(theirs, writeGeoPackage(list, path.join(folder, `${round}.gpkg`)) ?? Infinity)
    }
    const rows: BenchRow[] = []
    if (Number.isFinite(theirs))
      rows.push({
        what: '100,000 sites of 41 columns from CSV, with every row kept, search and position index',
        value: ours,
        reference: theirs,
        referenceName: 'ogr2ogr to GeoPackage',
        unit: 'ms',
        requiredRatio: null,
      })
    for (const { file, what, ms, mb } of SAMPLE_LIMITS) {
      if (!existsSync(SAMPLES + file)) continue
      const runs = Array.from({ length: ROUNDS }, () => importOnce(SAMPLES + file))
      const least = (key: keyof (typeof runs)[number]) => Math.min(...runs.map((run) => run[key]))
      rows.push(
        { what, value: least('ms'), reference: ms, referenceName: 'target', unit: 'ms', requiredRatio: null },
        {
          what: `${what}: processor time`,
          value: least('cpuMs'),
          reference: plainPassMs(SAMPLES + file),
          referenceName: 'its text read once and its cells counted',
          unit: 'ms',
          requiredRatio: null,
        },
        { what, value: least('mb'), reference: mb, referenceName: 'limit', unit: 'MB', requiredRatio: 1 },
      )
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Run {
  readonly ms: number
  readonly cpuMs: number
  readonly mb: number
}

function importOnce(file: string): Run {
  return JSON.parse(execFileSync(process.execPath, [MAIN, file], { encoding: 'utf8' })) as Run
}

/** Milliseconds; undefined on a machine without GDAL. */
function writeGeoPackage(list: string, out: string): number | undefined {
  const from = performance.now()
  const options = [
    '-oo',
    'X_POSSIBLE_NAMES=longitude',
    '-oo',
    'Y_POSSIBLE_NAMES=latitude',
    '-oo',
    'AUTODETECT_TYPE=YES',
  ]
  const { status } = spawnSync('ogr2ogr', ['-f', 'GPKG', out, list, ...options], { stdio: 'ignore' })
  return status === 0 ? performance.now() - from : undefined
}
