import { type CircleMarker, canvas, circleMarker, type Map as LeafletMap, layerGroup, map as leafletMap } from 'leaflet'
import { benchScenario } from '../../electron/tooling/bench/bench-scenario.ts'
import { syntheticCatalog } from '../../electron/tooling/bench/synthetic-catalog.ts'
import { hitTest } from '../../renderer/src/map/hit-test.ts'
import { type MarkerScene, sceneRadiusPx } from '../../renderer/src/map/marker-scene.ts'
import { sitePaint } from '../../renderer/src/map/site-paint.ts'
import { type SitePoints, sitePoints } from '../../renderer/src/map/site-points.ts'
import { SitesLayer } from '../../renderer/src/map/sites-layer.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import type { Ranking } from '../../shared/domain/ranking/ranking.ts'
import { latitudeOf, longitudeOf, mercatorX, mercatorY, worldSizePx } from '../../shared/map/mercator.ts'
import { siteColors } from '../../shared/map/sites/site-colors.ts'

const CLICKS_AT_ONCE = 10

export type MapWay = 'ours' | 'circles'

/** What the bench calls in its page. */
export interface MapPage {
  /** Makes catalog and rankings, which no figure of the map holds. */
  prepare(sites: number): void
  /** Milliseconds from bare columns to a painted map. */
  show(way: MapWay): Promise<number>
  /** Milliseconds of each frame while every frame shows another ranking. */
  slide(frames: number): Promise<number[]>
  /** Milliseconds from a new ranking after a rest to the second frame. */
  recolour(): Promise<number>
  /** Milliseconds of a click each, at places spread over the map; and how many met a site. */
  clicks(count: number): { ms: number[]; met: number }
  beginGaps(): void
  endGaps(): number[]
  /** Pixels of the layer's canvas in a row. */
  canvasWidth(): number
  /** Pixels that are painted, as a share of all. */
  inked(): number
}

declare global {
  interface Window {
    mapPage: MapPage
  }
}

/** Enough that the sites which change colour are others in every frame. */
const RANKINGS = 6

const columns = { catalog: syntheticCatalog(1) }
let rankings: Ranking[] = []
let shown: { remove(): void; apply(step: number): void } | null = null
let step = 0
let met = 0
let gaps: number[] | null = null
const map: LeafletMap = leafletMap('map', {
  zoomControl: false,
  fadeAnimation: false,
  attributionControl: false,
  // A drag ends where it was let go, so that both layers are dragged over the same ground.
  inertia: false,
})
map.setView([37.5, -96], 5)

window.mapPage = {
  prepare(sites) {
    columns.catalog = syntheticCatalog(sites)
    rankings = Array.from({ length: RANKINGS }, (_, at) =>
      rankSites(columns.catalog, benchScenario('2026-07', { btcPriceUsd: 40_000 + 60_000 * at })),
    )
  },
  async show(way) {
    shown?.remove()
    shown = null
    map.off('click')
    map.setView([37.5, -96], 5, { animate: false })
    await rest(200)
    const from = performance.now()
    shown = way === 'ours' ? showOurs() : showCircles()
    await nextFrame()
    flush()
    return performance.now() - from
  },
  async slide(frames) {
    const ms: number[] = []
    for (let frame = 0; frame < frames; frame += 1) {
      const from = performance.now()
      step += 1
      shown?.apply(step)
      // What was applied is painted before or in the frame that comes.
      await nextFrame()
      flush()
      ms.push(performance.now() - from)
    }
    return ms
  },
  async recolour() {
    await rest(300)
    const from = performance.now()
    step += 1
    shown?.apply(step)
    await nextFrame()
    await nextFrame()
    flush()
    return performance.now() - from
  },
  clicks(count) {
    met = 0
    const container = map.getContainer()
    const { x: width, y: height } = map.getSize()
    const target = container.querySelector<HTMLElement>('.leaflet-overlay-pane canvas') ?? container
    const clickAt = (at: number) => {
      const place = {
        clientX: ((at * 0.618) % 1) * width,
        clientY: ((at * 0.414) % 1) * height,
        bubbles: true,
        view: window,
      }
      // Leaflet takes a click for the end of a drag unless it saw where the button went down.
      target.dispatchEvent(new MouseEvent('mousedown', place))
      target.dispatchEvent(new MouseEvent('click', place))
    }
    // The page's clock ticks ten times a millisecond: one click alone would be less than a tick.
    const ms = Array.from({ length: count / CLICKS_AT_ONCE }, (_, group) => {
      const from = performance.now()
      for (let at = 0; at < CLICKS_AT_ONCE; at += 1) clickAt(group * CLICKS_AT_ONCE + at)
      return (performance.now() - from) / CLICKS_AT_ONCE
    })
    return { ms, met }
  },
  beginGaps() {
    const own: number[] = []
    gaps = own
    let last = performance.now()
    const next = (now: number) => {
      own.push(now - last)
      last = now
      if (gaps === own) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  },
  endGaps() {
    const kept = gaps ?? []
    gaps = null
    return kept
  },
  canvasWidth: () => document.querySelector('canvas')?.width ?? 0,
  inked() {
    const { width, height } = document.querySelector('canvas')!
    const { data } = document.querySelector('canvas')!.getContext('2d')!.getImageData(0, 0, width, height)
    let count = 0
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count += 1
    return count / (width * height)
  },
}

function sceneOf(points: SitePoints, ranking: Ranking): MarkerScene {
  const paint = sitePaint('verdict', { columns: columns.catalog, ranking, certainty: null, valuationYear: 2026 })
  return { points, ranking, visible: null, paint, sizeBy: 'mw' }
}

/** The product's own layer and pointer. */
function showOurs() {
  const points = sitePoints(columns.catalog)
  const layer = new SitesLayer('light')
  let scene = sceneOf(points, rankings[0]!)
  layer.addTo(map)
  layer.setScene(scene)
  map.on('click', ({ latlng }) => {
    const size = worldSizePx(map.getZoom())
    if (hitTest(scene, mercatorX(latlng.lng) * size, mercatorY(latlng.lat) * size, map.getZoom()) !== null) met += 1
  })
  return {
    remove: () => layer.remove(),
    apply(at: number) {
      scene = sceneOf(points, rankings[at % RANKINGS]!)
      layer.setScene(scene)
    },
  }
}

/** Leaflet's own: a circle a site, all on one canvas, as its manual advises for many of them. */
function showCircles() {
  const renderer = canvas({ padding: 0.2 })
  const points = sitePoints(columns.catalog)
  const colors = siteColors('verdict', 'light')
  const ranking = rankings[0]!
  const scene = sceneOf(points, ranking)
  const circles: CircleMarker[] = []
  const group = layerGroup()
  // Worst first, so that the best lie on top.
  for (const row of ranking.order.slice().reverse()) {
    const circle = circleMarker([latitudeOf(points.y[row]!), longitudeOf(points.x[row]!)], {
      renderer,
      radius: sceneRadiusPx(scene, row, map.getZoom()),
      weight: 1,
      color: '#ffffff',
      fillOpacity: 1,
      fillColor: colors[ranking.verdict[row]!]!,
    })
    circle.on('click', () => {
      met += 1
    })
    circles[row] = circle
    group.addLayer(circle)
  }
  group.addTo(map)
  return {
    remove() {
      group.remove()
      renderer.remove()
    },
    apply(at: number) {
      const { verdict } = rankings[at % RANKINGS]!
      for (const [row, circle] of circles.entries()) circle.setStyle({ fillColor: colors[verdict[row]!]! })
    },
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** A canvas draws when its pixels are wanted. */
function flush(): void {
  for (const element of document.querySelectorAll('canvas')) element.getContext('2d')!.getImageData(0, 0, 1, 1)
}
