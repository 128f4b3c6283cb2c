import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { type Browser, chromium, type Page } from 'playwright-core'
import { writeSiteList } from '../../electron/tooling/bench/site-list-file.ts'
import { build } from '../../electron/tooling/build.ts'
import { startApp } from '../support/app.ts'
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts'
import { Desk } from '../support/desk.ts'

const ROWS = 100_000
const IDLE_MS = 5_000
const READ_EVERY_MS = 20
/** What may be waited for at least, and for each millisecond that writing the list takes on a machine as busy as it is. */
const LEAST_WAIT_MS = 300_000
const WAIT_PER_WRITING_MS = 300
/** A task of the page that works longer than this holds up a frame that a person notices, ms. */
const FRAME_MS = 50

interface Phase {
  /** Processor time of the page's tasks on its own thread, ms. */
  readonly longestTaskMs: number
  readonly tasksOverFrame: number
  /** Between two frames, ms, waiting for a busy machine included. */
  readonly gapMedianMs: number
  readonly gapMaxMs: number
  /** One site through the host, ms, waiting for a busy machine included. */
  readonly readMedianMs: number
  readonly readP95Ms: number
  readonly reads: number
  readonly wallMs: number
}

// Rows on standard output; see script-bench.ts.
const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-bench-'))
const closers: (() => Promise<unknown>)[] = []
try {
  // What building says is not one of the rows.
  console.log = console.error
  await build(['basemap', 'fonts', 'renderer'])
  const list = path.join(folder, 'list.csv')
  const writingFrom = performance.now()
  writeSiteList(list, ROWS)
  const waitMs = Math.max(LEAST_WAIT_MS, WAIT_PER_WRITING_MS * (performance.now() - writingFrom))
  const app = await startApp({ dataFolder: path.join(folder, 'data') })
  closers.push(() => app.stop())
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
  closers.push(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  let bearer = ''
  page.on('request', (request) => {
    bearer = request.headers()['authorization'] ?? bearer
  })
  const desk = new Desk(page)
  await desk.open(app.launchUrl)
  const phase = (work: () => Promise<void>) => measure(browser, page, () => bearer, work)

  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, IDLE_MS))
  await pause()
  const idle = await phase(pause)
  const dialog = page.getByRole('dialog')
  const checking = await phase(async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import', exact: true }).first().click()
    await (await chooser).setFiles(list)
    await dialog.getByText('Nothing has been changed yet').waitFor({ timeout: waitMs })
  })
  const importing = await phase(async () => {
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await dialog.waitFor({ state: 'detached', timeout: waitMs })
  })
  const showing = await phase(async () => {
    await desk.count.filter({ hasText: /^1\d{5} / }).waitFor({ timeout: waitMs })
    await pause()
  })
  console.error(
    `${(statSync(list).size / 1e6).toFixed(1)} MB, load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  )
  console.error(JSON.stringify({ idle, checking, importing, showing }, null, 1))
  process.stdout.write(
    JSON.stringify(
      Object.entries({ 'is checked': checking, 'goes in': importing, 'is ranked and drawn': showing }).flatMap(
        ([what, during]) => [
          {
            what: `longest task of the page while a CSV of ${ROWS} rows ${what} (${during.tasksOverFrame} over ${FRAME_MS} ms)`,
            value: during.longestTaskMs,
            reference: FRAME_MS,
            referenceName: 'a frame that is noticed',
            unit: 'ms',
            requiredRatio: during === showing ? null : 1,
          },
          {
            what: `p95 of reading a site while a CSV of ${ROWS} rows ${what}`,
            value: during.readP95Ms,
            reference: idle.readP95Ms,
            referenceName: 'the same with nothing else to do',
            unit: 'ms',
            requiredRatio: null,
          },
        ],
      ),
    ),
  )
} finally {
  for (const close of closers.reverse()) await close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

async function measure(browser: Browser, page: Page, bearer: () => string, work: () => Promise<void>): Promise<Phase> {
  const { origin } = new URL(page.url())
  const trace = path.join(folder, 'trace.json')
  await browser.startTracing(page, { path: trace, categories: ['toplevel', '__metadata'] })
  await page.evaluate(() => {
    const gaps: number[] = []
    let last = performance.now()
    const next = (now: number) => {
      gaps.push(now - last)
      last = now
      if (Reflect.get(window, 'frameGaps') === gaps) requestAnimationFrame(next)
    }
    Reflect.set(window, 'frameGaps', gaps)
    requestAnimationFrame(next)
  })
  const reads: number[] = []
  let isOver = false
  const reading = (async () => {
    while (!isOver) {
      const from = performance.now()
      const response = await fetch(`${origin}/api/call`, {
        method: 'POST',
        headers: { authorization: bearer(), 'content-type': 'application/json' },
        body: JSON.stringify({ method: 'sites.get', input: { siteId: 'coal-gorgas-al' } }),
      })
      await response.arrayBuffer()
      reads.push(performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS))
    }
  })()
  const startMs = performance.now()
  try {
    await work()
  } finally {
    isOver = true
    await reading
  }
  const wallMs = performance.now() - startMs
  const gaps = await page.evaluate(() => {
    const kept = Reflect.get(window, 'frameGaps') as number[]
    Reflect.set(window, 'frameGaps', null)
    return kept
  })
  await browser.stopTracing()
  const tasks = pageTasks(JSON.parse(readFileSync(trace, 'utf8')) as Trace)
  return {
    longestTaskMs: Math.max(0, ...tasks),
    tasksOverFrame: tasks.filter((ms) => ms > FRAME_MS).length,
    gapMedianMs: quantile(gaps, 0.5),
    gapMaxMs: quantile(gaps, 1),
    readMedianMs: quantile(reads, 0.5),
    readP95Ms: quantile(reads, 0.95),
    reads: reads.length,
    wallMs,
  }
}

interface Trace {
  readonly traceEvents: readonly {
    readonly name: string
    readonly pid: number
    readonly tid: number
    /** Microseconds of processor time. */
    readonly tdur?: number
    readonly dur?: number
    readonly args?: { readonly name?: string }
  }[]
}

/** Milliseconds of processor time of each task on the main threads of pages. */
function pageTasks({ traceEvents }: Trace): number[] {
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid} ${tid}`),
  )
  return tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1_000)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
