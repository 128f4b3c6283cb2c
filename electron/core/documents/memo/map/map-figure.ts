import type { SiteColumns } from '../../../../../shared/columns/site-columns.ts'
import type { Annotation } from '../../../../../shared/contract/annotations.ts'
import type { Ranking } from '../../../../../shared/domain/ranking/ranking.ts'
import { BASEMAP_COLORS } from '../../../../../shared/map/basemap-style.ts'
import { LABEL_COLORS, type LabelStyle } from '../../../../../shared/map/label-style.ts'
import { type LabelBox, type PlacedLabel, placeLabels } from '../../../../../shared/map/place-labels.ts'
import { MARKER_EDGE_COLORS, VERDICT_COLORS } from '../../../../../shared/map/verdict-colors.ts'
import { drawShapes } from '../figures/draw-shapes.ts'
import { figureBox } from '../figures/figure-box.ts'
import type { Box } from '../layout/box.ts'
import type { Canvas } from '../layout/canvas.ts'
import { COLORS, STYLES, type TextStyle } from '../style.ts'
import type { Faces } from '../text/open-face.ts'
import { cutToWidth, widthOf } from '../text/set-text.ts'
import { drawAnnotations } from './draw-annotations.ts'
import { drawPaths } from './draw-paths.ts'
import { groundPaths } from './ground-paths.ts'
import { type MapFrame, pointOf } from './map-frame.ts'
import { markerPath } from './marker-path.ts'
import { NORTH_ARROW, northArrow } from './north-arrow.ts'
import type { Ground } from './open-ground.ts'
import { scaleBar } from './scale-bar.ts'
import { type SiteMarker, siteMarkers } from './site-markers.ts'

export interface MapFigure {
  readonly ground: Ground | null
  readonly frame: MapFrame
  readonly columns: SiteColumns
  readonly ranking: Ranking
  /** The memo's own site: ringed, and named where `name` is given. */
  readonly row: number
  readonly name: string | null
  readonly hasPlaceNames: boolean
  /** Size of the markers against those of the app's map. */
  readonly markerScale: number
  /** Outlined on an overview: what the larger map shows. */
  readonly outlined: MapFrame | null
  /** What is drawn over the map, each with its number. */
  readonly annotations?: readonly Annotation[]
  readonly alt: string
}

const MARGIN = 6
const NAME_STYLE: TextStyle = { ...STYLES.smallStrong, size: 7.6 }
const WIDEST_NAME = 128

/** A map as a figure, drawn in paths and text alone. */
export async function mapFigure(faces: Faces, map: MapFigure): Promise<Box> {
  const { ground, frame, columns, ranking } = map
  const paths = ground ? await groundPaths(ground.basemap, frame) : []
  const markers = siteMarkers(columns, ranking, frame, map.markerScale)
  const own = markers.find((marker) => marker.row === map.row)
  const callout = own && map.name !== null ? calloutOf(faces, map.name, own, frame) : null
  const scale = scaleBar(frame, Math.min(90, frame.width * 0.3))
  const scaleBox = boxAt(MARGIN, frame.height - scale.height - MARGIN, scale.width, scale.height)
  const arrowBox = boxAt(frame.width - NORTH_ARROW.width - MARGIN, MARGIN, NORTH_ARROW.width, NORTH_ARROW.height)
  const obstacles = [
    scaleBox,
    arrowBox,
    ...(callout ? [callout.box] : []),
    ...markers.map(({ x, y, radius }) => boxAt(x - radius, y - radius, 2 * radius, 2 * radius)),
  ]
  const labels = map.hasPlaceNames && ground?.labels ? placeNames(faces, ground, frame, obstacles) : []

  return figureBox(frame.width, frame.height, map.alt, (canvas, x, y) => {
    const { pdf } = canvas
    pdf.save().translate(x, y)
    pdf.rect(0, 0, frame.width, frame.height).clip()
    canvas.rect(0, 0, frame.width, frame.height, ground ? BASEMAP_COLORS.print.water : COLORS.panel)
    if (ground) drawPaths(pdf, paths)
    pdf.undash()
    if (map.annotations) drawAnnotations(canvas, map.annotations, frame)
    for (const label of labels) drawDot(canvas, label, frame)
    for (const marker of markers) if (marker.row !== map.row) drawMarker(canvas, marker)
    for (const label of labels) drawName(canvas, label, frame)
    if (map.outlined) drawOutline(canvas, map.outlined, frame)
    if (own) drawOwn(canvas, own)
    pdf.restore()
    if (!ground) drawMissing(canvas, x, y, frame)
    for (const box of [scaleBox, arrowBox]) drawPlate(canvas, x, y, box)
    drawShapes(canvas, scale.shapes, x + scaleBox.minX, y + scaleBox.minY)
    drawShapes(canvas, northArrow(), x + arrowBox.minX, y + arrowBox.minY)
    if (callout) callout.draw(canvas, x, y)
    pdf.rect(x, y, frame.width, frame.height).lineWidth(0.6).strokeColor(COLORS.strongRule).stroke()
  })
}

function boxAt(x: number, y: number, width: number, height: number): LabelBox {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height }
}

/** Place names are laid out in the map's own pixels, where their sizes are known. */
function placeNames(faces: Faces, ground: Ground, frame: MapFrame, obstacles: readonly LabelBox[]): PlacedLabel[] {
  const { pointsPerPx, window } = frame
  const inPx = obstacles.map((box) => ({
    minX: box.minX / pointsPerPx,
    minY: box.minY / pointsPerPx,
    maxX: box.maxX / pointsPerPx,
    maxY: box.maxY / pointsPerPx,
  }))
  const measure = (text: string, style: LabelStyle) => widthOf(faces, text, printStyle(style, 1))
  if (!ground.labels) return []
  return placeLabels(ground.labels, window, measure, inPx).filter(
    ({ box }) => box.minX >= 0 && box.minY >= 0 && box.maxX <= window.width && box.maxY <= window.height,
  )
}

function printStyle(style: LabelStyle, pointsPerPx: number): TextStyle {
  const size = style.sizePx * pointsPerPx
  return {
    face: style.weight >= 600 ? 'semibold' : 'regular',
    size,
    lineHeight: size,
    color: LABEL_COLORS.print[style.tone],
    tracking: style.letterSpacingPx * pointsPerPx,
  }
}

function drawDot(canvas: Canvas, label: PlacedLabel, { pointsPerPx }: MapFrame): void {
  if (label.style.dotPx === 0) return
  canvas.pdf
    .circle(label.dotX * pointsPerPx, label.dotY * pointsPerPx, label.style.dotPx * pointsPerPx)
    .fillColor(LABEL_COLORS.print[label.style.tone])
    .fill()
}

function drawName(canvas: Canvas, label: PlacedLabel, { pointsPerPx }: MapFrame): void {
  const style = printStyle(label.style, pointsPerPx)
  const text = [...label.text]
    .filter((character) => canvas.faces[style.face].has(character.codePointAt(0) ?? 0))
    .join('')
  canvas.line(text, label.x * pointsPerPx, label.y * pointsPerPx + style.size * 0.36, style)
}

function drawMarker(canvas: Canvas, { shape, x, y, radius, verdict }: SiteMarker): void {
  const { pdf } = canvas
  if (shape === 'circle') pdf.circle(x, y, radius)
  else pdf.path(markerPath(shape, x, y, radius))
  pdf.fillColor(VERDICT_COLORS.print[verdict]).strokeColor(MARKER_EDGE_COLORS.print).lineWidth(0.5).fillAndStroke()
}

function drawOwn(canvas: Canvas, marker: SiteMarker): void {
  drawMarker(canvas, marker)
  const { pdf } = canvas
  pdf
    .circle(marker.x, marker.y, marker.radius + 2.6)
    .lineWidth(2.6)
    .strokeColor(COLORS.paper)
    .stroke()
  pdf
    .circle(marker.x, marker.y, marker.radius + 2.6)
    .lineWidth(1.2)
    .strokeColor(COLORS.ink)
    .stroke()
}

function drawOutline(canvas: Canvas, outlined: MapFrame, frame: MapFrame): void {
  const at = pointOf(frame, outlined.centre)
  if (!at) return
  const scale = (2 ** (frame.window.zoom - outlined.window.zoom) * frame.pointsPerPx) / outlined.pointsPerPx
  const width = outlined.width * scale
  const height = outlined.height * scale
  canvas.pdf
    .rect(at.x - width / 2, at.y - height / 2, width, height)
    .lineWidth(0.9)
    .strokeColor(COLORS.ink)
    .stroke()
}

interface Callout {
  readonly box: LabelBox
  draw(canvas: Canvas, x: number, y: number): void
}

/** The site's name on a white plate beside its ring, on the side that has room. */
function calloutOf(faces: Faces, name: string, own: SiteMarker, frame: MapFrame): Callout {
  const text = cutToWidth(faces, name, NAME_STYLE, WIDEST_NAME)
  const width = widthOf(faces, text, NAME_STYLE) + 8
  const height = 12
  const reach = own.radius + 7
  const left = own.x + reach + width <= frame.width - MARGIN ? own.x + reach : Math.max(MARGIN, own.x - reach - width)
  const box = boxAt(left, own.y - height / 2, width, height)
  return {
    box,
    draw(canvas, x, y) {
      canvas.pdf
        .roundedRect(x + box.minX, y + box.minY, width, height, 2)
        .fillColor(COLORS.paper)
        .strokeColor(COLORS.strongRule)
        .lineWidth(0.5)
        .fillAndStroke()
      canvas.line(text, x + box.minX + 4, y + box.minY + height / 2 + 2.7, NAME_STYLE)
    },
  }
}

/** A ground on which scale and arrow read over whatever the map shows there. */
function drawPlate(canvas: Canvas, x: number, y: number, box: LabelBox): void {
  canvas.pdf
    .roundedRect(x + box.minX - 3, y + box.minY - 2.5, box.maxX - box.minX + 6, box.maxY - box.minY + 4, 2)
    .fillColor(COLORS.paper)
    .fill()
}

function drawMissing(canvas: Canvas, x: number, y: number, frame: MapFrame): void {
  canvas.line('Basemap not available', x, y + frame.height / 2 - 24, STYLES.smallQuiet, 'center', frame.width)
}
