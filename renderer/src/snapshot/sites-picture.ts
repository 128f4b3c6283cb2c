import { SITE_KINDS } from '../../../shared/domain/site/site-fields.ts'
import { KIND_LABELS, KIND_SHAPES, MARKER_SHAPES } from '../../../shared/map/kind-shapes.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { worldSizePx } from '../../../shared/map/mercator.ts'
import type { PictureFrame, PictureLegendItem } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import { BARRED_TEXT, HOLLOW_TEXT, siteLegendRows } from '../../../shared/map/sites/site-legend.ts'
import { siteValueLabel } from '../../../shared/map/sites/site-value.ts'
import { drawMarker, markerLook } from '../map/marker-look.ts'
import { isShown, type MarkerScene, sceneRadiusPx } from '../map/marker-scene.ts'
import { BARRED_MARK, HOLLOW_MARK } from '../map/site-paint.ts'

/** A marker whose middle lies this far outside cannot reach in, CSS pixels. */
const MARGIN_PX = 40

/** Draws the sites of a picture, the best on top; a site that better ones hide wholly is left out, as on the screen. */
export function drawSites(sink: PictureSink, scene: MarkerScene, { window, scheme }: PictureFrame): void {
  const { points, ranking } = scene
  const size = worldSizePx(window.zoom)
  const covered = new Cover(window.width, window.height)
  const seen: { row: number; x: number; y: number; radius: number }[] = []
  for (const row of ranking.order) {
    if (!isShown(scene, row)) continue
    const x = points.x[row]! * size - window.left
    const y = points.y[row]! * size - window.top
    if (x < -MARGIN_PX || y < -MARGIN_PX || x > window.width + MARGIN_PX || y > window.height + MARGIN_PX) continue
    const radius = sceneRadiusPx(scene, row, window.zoom)
    if (covered.take(x, y, radius)) seen.push({ row, x, y, radius })
  }
  for (const { row, x, y, radius } of seen.reverse())
    drawMarker(sink, markerLook(scene, row, radius, scheme), x, y, scheme)
}

/** Which pixels better sites hide. */
class Cover {
  readonly #width: number
  readonly #height: number
  readonly #pixels: Uint8Array

  constructor(width: number, height: number) {
    this.#width = Math.ceil(width)
    this.#height = Math.ceil(height)
    this.#pixels = new Uint8Array(this.#width * this.#height)
  }

  /** Covers the disc that every shape fills; false where nothing of the marker would show. */
  take(x: number, y: number, radius: number): boolean {
    const reach = radius * 1.2
    const inner = radius * 0.7
    let shows = false
    for (let row = Math.max(0, Math.floor(y - reach)); row <= Math.min(this.#height - 1, y + reach); row += 1) {
      for (let at = Math.max(0, Math.floor(x - reach)); at <= Math.min(this.#width - 1, x + reach); at += 1) {
        const pixel = row * this.#width + at
        if (this.#pixels[pixel] === 0) shows = true
        if ((at - x) ** 2 + (row - y) ** 2 < inner * inner) this.#pixels[pixel] = 1
      }
    }
    return shows
  }
}

/** What the colours and shapes of the shown sites mean; those that no site has are left out. */
export function sitesLegend(scene: MarkerScene, scheme: MapScheme): PictureLegendItem[] {
  const { value, codes, marks } = scene.paint
  const colors = new Set<number>()
  const shapes = new Set<number>()
  let allMarks = 0
  for (const row of scene.ranking.order) {
    if (!isShown(scene, row)) continue
    colors.add(codes[row]!)
    shapes.add(scene.points.shape[row]!)
    allMarks |= marks[row]!
  }
  const quiet = scheme === 'dark' ? '#b4bcc7' : '#4c4f57'
  const circle = { symbol: 'marker', shape: 'circle' } as const
  const items: PictureLegendItem[] = value === 'verdict' ? [] : [{ symbol: 'heading', text: siteValueLabel(value) }]
  for (const { code, color, text, isUnknown } of siteLegendRows(value, scheme))
    if (colors.has(code)) items.push({ ...circle, color, text, ...(isUnknown ? { fill: 'unknown' as const } : {}) })
  for (const kind of SITE_KINDS) {
    const shape = KIND_SHAPES[kind]
    if (shapes.has(MARKER_SHAPES.indexOf(shape)))
      items.push({ symbol: 'marker', shape, color: quiet, text: KIND_LABELS[kind] })
  }
  if (allMarks & HOLLOW_MARK) items.push({ ...circle, color: quiet, fill: 'hollow', text: HOLLOW_TEXT })
  if (allMarks & BARRED_MARK) items.push({ ...circle, color: quiet, barred: true, text: BARRED_TEXT })
  return items
}
