import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Bench, BenchRow } from './bench/bench.ts'
import { importBench } from './bench/import-bench.ts'
import { memoryBench } from './bench/memory-bench.ts'
import { monteCarloBench } from './bench/monte-carlo-bench.ts'
import { nearbyBench } from './bench/nearby-bench.ts'
import { scriptBench } from './bench/script-bench.ts'
import { sliderFrameBench } from './bench/slider-frame-bench.ts'

// Memory is counted after a collection, which a script has to be allowed to ask for.
setFlagsFromString('--expose-gc')
globalThis.gc = runInNewContext('gc')

const BENCHES: Readonly<Record<string, Bench>> = {
  memory: memoryBench,
  slider: sliderFrameBench,
  draws: monteCarloBench,
  import: importBench,
  nearby: nearbyBench,
  kill: scriptBench('test/bench/kill-imports.ts'),
  fuzz: scriptBench('test/bench/fuzz-imports.ts'),
  page: scriptBench('test/bench/import-in-page.ts'),
  map: scriptBench('test/bench/map-in-page.ts'),
  layers: scriptBench('test/bench/layers-in-page.ts'),
  tiles: scriptBench('test/bench/tiles.ts'),
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(BENCHES, name))
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}"; choose ${Object.keys(BENCHES).join(', ')}, or none for all.`)
  process.exit(2)
}

const rows: BenchRow[] = []
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const row of bench()) {
    rows.push(row)
    // All of them take minutes: what is known is said at once.
    console.log(`${name}: ${row.what}, ${row.value.toFixed(2)} ${row.unit}`)
  }
}
const misses = rows.filter(
  ({ value, reference, requiredRatio }) => requiredRatio !== null && !(reference / value >= requiredRatio),
)
console.table(
  rows.map(({ what, value, reference, referenceName, unit, requiredRatio }) => ({
    what,
    median: `${value.toFixed(2)} ${unit}`,
    reference: `${reference.toFixed(1)} ${unit}`,
    against: referenceName,
    ratio: (reference / value).toFixed(1),
    required: requiredRatio ?? '',
  })),
)
for (const { what, value, reference, requiredRatio } of misses) {
  console.error(`${what}: ${(reference / value).toFixed(1)} times the reference, ${requiredRatio} are required.`)
}
process.exitCode = misses.length > 0 ? 1 : 0
