import type { Annotation } from '../../../shared/contract/annotations.ts'
import { LABEL_COLORS } from '../../../shared/map/label-style.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { mercatorX, mercatorY, worldSizePx } from '../../../shared/map/mercator.ts'
import type { DrawableLayer, PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink, PictureText } from '../../../shared/map/picture/picture-sink.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from '../map/canvas-overlay.ts'
import { clearedContext } from '../map/cleared-context.ts'
import { CanvasPictureSink } from '../snapshot/canvas-picture-sink.ts'
import { labelPlace } from './label-place.ts'

const FONT_PX = 12
const HALO_PX = 3.2
const LINE_PX = 16
/** From the middle of a point to its label. */
const POINT_GAP_PX = 11

interface Label {
  readonly annotationId: string
  readonly text: string
  /** Of the world, 0 to 1. */
  readonly x: number
  readonly y: number
  readonly isBeside: boolean
}

/** What annotations are called, over them; where two would overlap, the one that was drawn first is shown. */
export class AnnotationLabels extends CanvasOverlay implements DrawableLayer {
  readonly #fontFamily: string
  #scheme: MapScheme
  #labels: readonly Label[] = []
  #selected: ReadonlySet<string> = new Set()

  constructor(scheme: MapScheme, fontFamily: string) {
    super('drawing-labels', 480)
    this.#scheme = scheme
    this.#fontFamily = fontFamily
  }

  show(annotations: readonly Annotation[], selected: ReadonlySet<string>, scheme: MapScheme): void {
    this.#labels = annotations.flatMap(labelOf)
    this.#selected = selected
    this.#scheme = scheme
    this.requestPaint()
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = clearedContext(canvas, pixelRatio)
    if (!context) return
    const sink = new CanvasPictureSink(context, this.#fontFamily)
    this.#draw(sink, window, this.#scheme, (text, look) => sink.measure(text, look))
  }

  drawTo(sink: PictureSink, { window, scheme, measure }: PictureFrame): void {
    this.#draw(sink, window, scheme, measure)
  }

  #draw(sink: PictureSink, window: MapWindow, scheme: MapScheme, measure: PictureFrame['measure']): void {
    const colors = LABEL_COLORS[scheme]
    const halo = { color: colors.halo, widthPx: HALO_PX, opacity: 1 }
    const look: PictureText = { sizePx: FONT_PX, weight: 600, color: colors.city, halo }
    const taken: Box[] = []
    for (const label of this.#inOrder()) {
      const place = placeIn(window, label)
      if (!place) continue
      const width = measure(label.text, look)
      const left = label.isBeside ? place.x + POINT_GAP_PX : place.x - width / 2
      const box = { left, right: left + width, top: place.y - LINE_PX / 2, bottom: place.y + LINE_PX / 2 }
      if (taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      sink.text(label.text, left, place.y, look)
    }
  }

  #inOrder(): readonly Label[] {
    if (this.#selected.size === 0) return this.#labels
    const isSelected = ({ annotationId }: Label) => this.#selected.has(annotationId)
    return [...this.#labels.filter(isSelected), ...this.#labels.filter((label) => !isSelected(label))]
  }
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/** Pixels of the window, in the copy of the world that is in view; null where it is out of it. */
function placeIn(window: MapWindow, { x, y }: Label): { x: number; y: number } | null {
  const size = worldSizePx(window.zoom)
  const inWorld = x * size - window.left
  const left = inWorld - size * Math.round((inWorld - window.width / 2) / size)
  const top = y * size - window.top
  return left < 0 || left > window.width || top < 0 || top > window.height ? null : { x: left, y: top }
}

/** Every answer of the catalog makes new objects of all annotations, but of most the label stays where it was. */
const known = new WeakMap<Annotation, readonly Label[]>()

function labelOf(annotation: Annotation): readonly Label[] {
  const before = known.get(annotation)
  if (before) return before
  const labels = newLabel(annotation)
  known.set(annotation, labels)
  return labels
}

function newLabel({ annotationId, label, figure, marks }: Annotation): readonly Label[] {
  // A text is its own label.
  const words = figure.shape === 'text' ? '' : label
  const text = marks.length > 0 ? `⚠ ${words}`.trim() : words
  if (text === '') return []
  const [longitude, latitude] = labelPlace(figure)
  const isBeside = figure.geometry.type === 'Point' && figure.radiusMetres === null
  return [{ annotationId, text, x: mercatorX(longitude), y: mercatorY(latitude), isBeside }]
}
