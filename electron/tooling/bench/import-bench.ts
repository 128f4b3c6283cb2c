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
/** What the list may need, megabytes of the whole process. */
const LIST_MB = 300
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
 * spatial index alone; and published files against what they may take. Wall time, processor time and memory, each the
 * least of the rounds, each in a process of its own.
 */
export function importBench(): BenchRow[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-bench-'))
  try {
    const list = path.join(folder, 'sites.csv')
    writeSiteList(list, ROWS)
    const [ours, theirs]: [Run[], (Times | undefined)[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(importOnce(list))
      theirs.push(writeGeoPackage(list, path.join(folder, `${round}.gpkg`)))
    }
    const what = '100,000 sites of 41 columns from CSV, with every row kept, search and position index'
    const rows: BenchRow[] = [
      {
        what: `${what}: memory`,
        value: Math.min(...ours.map(({ mb }) => mb)),
        reference: LIST_MB,
        referenceName: 'limit',
        unit: 'MB',
        requiredRatio: null,
      },
    ]
    for (const [key, name] of [
      ['ms', what],
      ['cpuMs', `${what}: processor time`],
    ] as const) {
      const reference = Math.min(...theirs.map((run) => run?.[key] ?? Infinity))
      if (Number.isFinite(reference))
        rows.push({
          what: name,
          value: Math.min(...ours.map((run) => run[key])),
          reference,
          referenceName: 'ogr2ogr to GeoPackage',
          unit: 'ms',
          requiredRatio: null,
        })
    }
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

interface Times {
  readonly ms: number
  readonly cpuMs: number
}

interface Run extends Times {
  readonly mb: number
}

function importOnce(file: string): Run {
  return JSON.parse(execFileSync(process.execPath, [MAIN, file], { encoding: 'utf8' })) as Run
}

/** Undefined on a machine without GDAL, or without a shell that tells the times of what it ran. */
function writeGeoPackage(list: string, out: string): Times | undefined {
  const from = performance.now()
  const options = [
    '-oo',
    'X_POSSIBLE_NAMES=longitude',
    '-oo',
    'Y_POSSIBLE_NAMES=latitude',
    '-oo',
    'AUTODETECT_TYPE=YES',
  ]
  const script = 'ogr2ogr "$@" >/dev/null 2>&1 || exit 1; times'
  const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', '-f', 'GPKG', out, list, ...options], {
    encoding: 'utf8',
  })
  const ms = performance.now() - from
  // The shell's own times stand in the first line, those of what it ran in the second.
  const spent = [...(stdout?.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  if (status !== 0 || spent.length !== 2) return undefined
  return {
    ms,
    cpuMs: spent.reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1_000, 0),
  }
}
