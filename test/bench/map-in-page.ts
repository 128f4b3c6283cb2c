import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import process from 'node:process'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import type { BenchRow } from '../../electron/tooling/bench/bench.ts'
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts'
import type { MapWay } from './map-page.ts'

const SITES = 100_000
const CLICKS = 60
const COARSE = 30

interface Figures {
  readonly first: number[]
  readonly frames: number[]
  readonly recolours: number[]
  readonly clicks: number[]
  readonly drag: number[]
}

const none = (): Figures => ({ first: [], frames: [], recolours: [], clicks: [], drag: [] })

// Rows on standard output; see script-bench.ts.
const code = await script()
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
try {
  const rows = [...(await againstCircles(browser)), await onDensePixels(browser)]
  console.error(
    `${SITES} sites on the map, load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  )
  process.stdout.write(JSON.stringify(rows))
} finally {
  await browser.close()
}

async function againstCircles(browser: Browser): Promise<BenchRow[]> {
  const page = await openPage(browser, 1)
  const figures: Record<MapWay, Figures> = { ours: none(), circles: none() }
  // The two take turns, so that a neighbour on the machine burdens both alike.
  for (const way of ['circles', 'ours', 'circles', 'ours'] as const) {
    const { first, frames, recolours, clicks, drag } = figures[way]
    first.push(await page.evaluate((each) => window.mapPage.show(each), way))
    const inked = await page.evaluate(() => window.mapPage.inked())
    // One that draws nothing is the fastest.
    if (!(inked > 0.2)) throw new Error(`Of the canvas of ${way} only ${(inked * 100).toFixed(1)} % are painted.`)
    const count = way === 'ours' ? 40 : 6
    // Some for the compiler to settle.
    await page.evaluate(() => window.mapPage.slide(3))
    frames.push(...(await page.evaluate((each) => window.mapPage.slide(each), count)))
    for (let round = 0; round < 6; round += 1) recolours.push(await page.evaluate(() => window.mapPage.recolour()))
    const { ms, met } = await page.evaluate((each) => window.mapPage.clicks(each), CLICKS)
    if (met < CLICKS / 4) throw new Error(`Of ${CLICKS} clicks ${met} met a site of ${way}.`)
    clicks.push(...ms)
    drag.push(...(await dragAbout(page)))
  }
  await page.close()
  const row = (what: string, of: keyof Figures, requiredRatio: number | null): BenchRow => ({
    what: `${what}, ${SITES.toLocaleString('en-US')} sites on the map`,
    value: quick(figures.ours[of]),
    reference: quick(figures.circles[of]),
    referenceName: 'L.circleMarker on one canvas, setStyle',
    unit: 'ms',
    requiredRatio,
  })
  return [
    row('a frame while a slider moves', 'frames', 15),
    row('recolour after a rest, to the second frame', 'recolours', 10),
    row('a click that finds its site', 'clicks', 50),
    row('first paint', 'first', null),
    {
      ...row('median frame of a drag, drops and repaints included', 'drag', null),
      value: median(figures.ours.drag),
      reference: median(figures.circles.drag),
    },
  ]
}

/** Two pixels each way for one of the page: while a slider moves a quarter of them is painted. */
async function onDensePixels(browser: Browser): Promise<BenchRow> {
  const page = await openPage(browser, 2)
  await page.evaluate(() => window.mapPage.show('ours'))
  const sharp: number[] = []
  for (let round = 0; round < 6; round += 1) sharp.push(await page.evaluate(() => window.mapPage.recolour()))
  const coarse = await page.evaluate((count) => window.mapPage.slide(count), COARSE)
  const coarseWidth = await page.evaluate(() => window.mapPage.canvasWidth())
  await page.waitForFunction((width) => window.mapPage.canvasWidth() === 2 * width, coarseWidth)
  await page.close()
  return {
    what: `a coarse frame while a slider moves on a display of twice the pixels, sharp on release, ${SITES.toLocaleString('en-US')} sites`,
    value: quick(coarse),
    reference: quick(sharp),
    referenceName: 'a sharp frame',
    unit: 'ms',
    requiredRatio: null,
  }
}

async function openPage(browser: Browser, deviceScaleFactor: number): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    deviceScaleFactor,
  })
  await page.setContent('<div id="map" style="position:fixed;inset:0"></div>')
  await page.addStyleTag({ content: readFileSync('node_modules/leaflet/dist/leaflet.css', 'utf8') })
  await page.addScriptTag({ content: code })
  await page.evaluate((sites) => window.mapPage.prepare(sites), SITES)
  return page
}

/** Frames while the map is dragged about. */
async function dragAbout(page: Page): Promise<number[]> {
  await page.evaluate(() => window.mapPage.beginGaps())
  for (let turn = 0; turn < 4; turn += 1) {
    await page.mouse.move(640, 400)
    await page.mouse.down()
    const direction = turn % 2 === 0 ? 1 : -1
    await page.mouse.move(640 + direction * 300, 400 + direction * 120, { steps: 30 })
    await page.mouse.up()
  }
  return page.evaluate(() => window.mapPage.endGaps())
}

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'test/bench/map-page.ts', formats: ['iife'], name: 'bench' } },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk = first && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('The page of the bench was not built.')
  return chunk.code
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/**
 * The lower quartile: time by the clock, which waits for the raster threads as a user does, of the moments at which
 * others on the machine left both ways alone.
 */
function quick(values: readonly number[]): number {
  return quantile(values, 0.25)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
