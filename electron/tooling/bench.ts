import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Bench } from './bench/bench.ts'
import { importBench } from './bench/import-bench.ts'
import { memoryBench } from './bench/memory-bench.ts'
import { monteCarloBench } from './bench/monte-carlo-bench.ts'
import { nearbyBench } from './bench/nearby-bench.ts'
import { scriptBench } from './bench/script-bench.ts'
import { sliderFrameBench } from './bench/slider-frame-bench.ts'

// Memory is counted after a collection, which a script has to be allowed to ask for.
setFlagsFromString('--expose-gc')
globalThis.gc = runInNewContext('gc')

const BENCHES: readonly Bench[] = [
  memoryBench,
  sliderFrameBench,
  monteCarloBench,
  importBench,
  nearbyBench,
  scriptBench('test/bench/kill-imports.ts'),
  scriptBench('test/bench/fuzz-imports.ts'),
  scriptBench('test/bench/import-in-page.ts'),
  scriptBench('test/bench/map-in-page.ts'),
  scriptBench('test/bench/layers-in-page.ts'),
  scriptBench('test/bench/tiles.ts'),
]

const rows = BENCHES.flatMap((bench) => [...bench()])
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
