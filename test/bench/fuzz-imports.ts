import process from 'node:process'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type FuzzOutcome, fuzzImports } from '../support/fuzz/fuzz-imports.ts'

const CASES = 10_000
const SEED = 20_261_122
/** Most processor time of one case, ms, and most memory of the whole process, MB. */
const MOST_MS = 2_000
const MOST_MB = 500
/** A case that runs this long is taken to hang, however busy the machine. */
const HANG_MS = 60_000

if (isMainThread) await main()
else {
  const current = new Int32Array(workerData as SharedArrayBuffer)
  const outcome = await fuzzImports({
    seed: SEED,
    from: 0,
    cases: CASES,
    onCase: (index) => Atomics.store(current, 0, index),
  })
  parentPort?.postMessage(outcome)
}

// Rows on standard output; see electron/tooling/bench/script-bench.ts.
async function main(): Promise<void> {
  const shared = new SharedArrayBuffer(4)
  const current = new Int32Array(shared)
  const worker = new Worker(new URL(import.meta.url), { workerData: shared })
  let last = -1
  let sinceMs = performance.now()
  const watch = setInterval(() => {
    const index = Atomics.load(current, 0)
    if (index !== last) [last, sinceMs] = [index, performance.now()]
    else if (performance.now() - sinceMs > HANG_MS) {
      console.error(`Case ${index} of seed ${SEED} hangs.`)
      process.exit(1)
    }
  }, 1_000)
  const outcome = await new Promise<FuzzOutcome>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  clearInterval(watch)
  for (const fault of outcome.faults) console.error(fault)
  if (outcome.faults.length > 0) process.exitCode = 1
  const limit = (what: string, value: number, reference: number, unit: string) => ({
    what,
    value,
    reference,
    referenceName: 'limit',
    unit,
    requiredRatio: 1,
  })
  console.log(
    JSON.stringify([
      limit(`slowest import of ${CASES} broken files (case ${outcome.slowestCase})`, outcome.slowestMs, MOST_MS, 'ms'),
      limit('most memory of the process that imports them', process.resourceUsage().maxRSS / 1_024, MOST_MB, 'MB'),
      {
        what: `broken files that end in a report (${outcome.imported}) or one sentence (${outcome.refused})`,
        value: CASES - outcome.faults.length,
        reference: CASES,
        referenceName: 'files',
        unit: 'cases',
        requiredRatio: null,
      },
    ]),
  )
}
