import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import process from 'node:process'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { Database } from '../../electron/core/db/database.ts'
import { MIGRATIONS } from '../../electron/core/db/migrations/migrations.ts'
import { writeWkb } from '../../electron/core/import/layers/write-wkb.ts'
import { readShapes } from '../../electron/core/layers/read-shapes.ts'
import type { BenchRow } from '../../electron/tooling/bench/bench.ts'
import { randomNumbers } from '../../electron/tooling/bench/random-numbers.ts'
import type { ShapesRequest } from '../../renderer/src/layers/shape-loader.ts'
import { defaultLook } from '../../shared/map/layers/layer-look.ts'
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts'
import type { LayersPage } from './layers-page.ts'

const LINES = 2_000
const VERTICES_EACH = 100
const MOVES = 24
const FRAME_AT_30_FPS_MS = 1_000 / 30

declare global {
  interface Window {
    layersPage: LayersPage
  }
}

// Rows on standard output; see script-bench.ts.
const lines = randomLines()
const db = new Database(':memory:')
for (const step of MIGRATIONS) step.up(db)
store()
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await page.setContent('<div id="map" style="position:fixed;inset:0"></div>')
  await page.addStyleTag({ content: readFileSync('node_modules/leaflet/dist/leaflet.css', 'utf8') })
  await page.exposeFunction('readShapes', ({ zoom, filter, layerId: _, ...box }: ShapesRequest) => [
    ...readShapes(db, { table: 'layer_feature', edition: 1 }, box, zoom, filter),
  ])
  await page.evaluate((given) => Object.assign(window, given), { benchLayer: layer(), benchGeoJson: geoJson() })
  await page.addScriptTag({ content: await script() })
  const rows = await measure(page)
  console.error(
    `${LINES * VERTICES_EACH} vertices, load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  )
  process.stdout.write(JSON.stringify(rows))
} finally {
  await browser.close()
  db.close()
}

async function measure(page: Page): Promise<BenchRow[]> {
  const results: Record<'desk' | 'geojson', { moves: number[]; gaps: number[]; inked: number }> = {
    desk: { moves: [], gaps: [], inked: 0 },
    geojson: { moves: [], gaps: [], inked: 0 },
  }
  for (const way of ['geojson', 'desk', 'geojson', 'desk'] as const) {
    await page.evaluate((each) => window.layersPage.show(each), way)
    results[way].inked = await page.evaluate(() => window.layersPage.inked())
    results[way].moves.push(...(await page.evaluate((count) => window.layersPage.moves(count), MOVES)))
    results[way].gaps.push(...(await drag(page)))
  }
  const { desk, geojson } = results
  // Both must have drawn the same: one that draws nothing is the fastest.
  const share = desk.inked / geojson.inked
  if (!(share > 0.8 && share < 1.25))
    throw new Error(`The two ways paint ${desk.inked} and ${geojson.inked} pixels; they must look alike.`)
  const vertices = (LINES * VERTICES_EACH).toLocaleString('en-US')
  return [
    {
      what: `a move of the map over a layer of ${vertices} vertices, drawn anew`,
      value: quantile(desk.moves, 0.5),
      reference: quantile(geojson.moves, 0.5),
      referenceName: 'L.geoJSON on a canvas',
      unit: 'ms',
      requiredRatio: 0.8,
    },
    {
      what: `median frame of a drag over a layer of ${vertices} vertices (p95 ${quantile(desk.gaps, 0.95).toFixed(0)} ms, L.geoJSON ${quantile(geojson.gaps, 0.5).toFixed(0)} and ${quantile(geojson.gaps, 0.95).toFixed(0)} ms)`,
      value: quantile(desk.gaps, 0.5),
      reference: FRAME_AT_30_FPS_MS,
      referenceName: 'a frame at 30 fps',
      unit: 'ms',
      requiredRatio: 1,
    },
  ]
}

/** Frames while the map is dragged about, drops and redraws included. */
async function drag(page: Page): Promise<number[]> {
  await page.evaluate(() => window.layersPage.beginGaps())
  for (let turn = 0; turn < 4; turn += 1) {
    await page.mouse.move(640, 400)
    await page.mouse.down()
    const direction = turn % 2 === 0 ? 1 : -1
    await page.mouse.move(640 + direction * 300, 400 + direction * 120, { steps: 30 })
    await page.mouse.up()
  }
  return page.evaluate(() => window.layersPage.endGaps())
}

/** Lines as a transmission network has them: small steps in a direction that turns slowly. */
function randomLines(): [number, number][][] {
  const random = randomNumbers(7)
  return Array.from({ length: LINES }, () => {
    let [x, y] = [-120 + 45 * random(), 27 + 20 * random()]
    let angle = random() * 2 * Math.PI
    return Array.from({ length: VERTICES_EACH }, (): [number, number] => {
      angle += (random() - 0.5) * 0.8
      x += 0.01 * Math.cos(angle)
      y += 0.01 * Math.sin(angle)
      return [x, y]
    })
  })
}

function store(): void {
  db.pragma('foreign_keys = OFF')
  const insert = db.prepare(
    `INSERT INTO layer_feature (edition, layer, ordinal, geometry_type, geometry, vertices, west, south, east, north, attributes, content_hash)
     VALUES (1, '', ?, 'LineString', ?, ?, ?, ?, ?, ?, '{}', x'00')`,
  )
  lines.forEach((coordinates, at) => {
    const xs = coordinates.map(([x]) => x)
    const ys = coordinates.map(([, y]) => y)
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    insert.run(at, writeWkb({ type: 'LineString', coordinates }), coordinates.length, ...box)
  })
}

function geoJson() {
  return {
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates },
    })),
  }
}

function layer() {
  return {
    layerId: 1,
    name: 'lines',
    title: 'GeoJSON',
    parts: [''],
    features: LINES,
    vertices: LINES * VERTICES_EACH,
    geometryTypes: { LineString: LINES },
    box: [-125, 25, -70, 50],
    importedAt: 0,
    look: { ...defaultLook(1) },
    misplaced: 0,
    crossing: 0,
  }
}

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'test/bench/layers-page.ts', formats: ['iife'], name: 'bench' } },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk = first && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('The page of the bench was not built.')
  return chunk.code
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
