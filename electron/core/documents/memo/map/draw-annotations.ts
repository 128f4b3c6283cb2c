import type { Annotation, AnnotationStyle } from '../../../../../shared/contract/annotations.ts'
import type { LonLat } from '../../../../../shared/domain/annotations/annotation-figure.ts'
import { circlePolygon } from '../../../../../shared/map/geodesy/circle-polygon.ts'
import { woundRings } from '../../../annotations/wound-rings.ts'
import { anchorPosition } from '../../../comments/anchor-position.ts'
import type { Canvas } from '../layout/canvas.ts'
import { COLORS, STYLES } from '../style.ts'
import { widthOf } from '../text/set-text.ts'
import { drawPaths } from './draw-paths.ts'
import { type MapFrame, pointOf } from './map-frame.ts'
import { PdfPathSink } from './pdf-path-sink.ts'

const DASHES: Readonly<Record<AnnotationStyle['dash'], readonly number[]>> = {
  solid: [],
  dashed: [4, 2.5],
  dotted: [0.8, 2],
}
const NUMBER_STYLE = { ...STYLES.smallStrong, size: 6 }
const PLATE_HEIGHT = 8.4
const HEAD_POINTS = 5

/** Draws annotations on a map, each with the number that it has in the list beside it. */
export function drawAnnotations(canvas: Canvas, annotations: readonly Annotation[], frame: MapFrame): void {
  for (const annotation of annotations) drawFigure(canvas, annotation, frame)
  annotations.forEach((annotation, index) => {
    const place = anchorPosition({ type: 'annotation', annotationId: annotation.annotationId }, annotation)
    const at = place && pointOf(frame, place)
    if (at) drawNumber(canvas, String(index + 1), at, annotation.style.strokeColor)
  })
}

function drawFigure({ pdf }: Canvas, { figure, style }: Annotation, frame: MapFrame): void {
  const { lines, rings } = outlines(figure)
  const project = (line: readonly LonLat[]) =>
    line.map(([longitude, latitude]) => pointOf(frame, { longitude, latitude }, Infinity) ?? { x: 0, y: 0 })
  const width = style.strokeWidthPx * 0.5
  const trace = (parts: readonly (readonly LonLat[])[], paint: (sink: PdfPathSink) => void) => {
    const sink = new PdfPathSink(frame.width, frame.height)
    sink.beginPath()
    for (const part of parts) {
      const [first, ...rest] = project(part)
      if (!first) continue
      sink.moveTo(first.x, first.y)
      for (const { x, y } of rest) sink.lineTo(x, y)
    }
    paint(sink)
    drawPaths(pdf, sink.done())
  }
  pdf.save()
  if (rings.length > 0 && style.fillOpacity > 0) {
    pdf.fillOpacity(style.fillOpacity)
    trace(rings, (sink) => sink.fill(style.fillColor))
  }
  pdf.strokeOpacity(style.strokeOpacity)
  trace([...rings, ...lines], (sink) => sink.stroke(style.strokeColor, width, DASHES[style.dash]))
  pdf.restore()
  pdf.undash()
  const [line] = lines
  if (figure.shape === 'arrow' && line) {
    const [from, to] = project(line).slice(-2)
    if (from && to) {
      const angle = Math.atan2(to.y - from.y, to.x - from.x)
      const wing = (turn: number) => [
        to.x - HEAD_POINTS * Math.cos(angle + turn),
        to.y - HEAD_POINTS * Math.sin(angle + turn),
      ]
      const [one, other] = [wing(0.45), wing(-0.45)]
      pdf
        .moveTo(to.x, to.y)
        .lineTo(one[0] ?? 0, one[1] ?? 0)
        .lineTo(other[0] ?? 0, other[1] ?? 0)
        .closePath()
        .fillColor(style.strokeColor)
        .fill()
    }
  }
}

function outlines({ geometry, radiusMetres }: Annotation['figure']): {
  lines: readonly (readonly LonLat[])[]
  rings: readonly (readonly LonLat[])[]
} {
  switch (geometry.type) {
    case 'Point':
      return {
        lines: [],
        rings: radiusMetres === null ? [] : [circlePolygon(geometry.coordinates, radiusMetres) as LonLat[]],
      }
    case 'LineString':
      return { lines: [geometry.coordinates], rings: [] }
    case 'Polygon':
      return { lines: [], rings: woundRings(geometry.coordinates) }
    case 'MultiPolygon':
      return { lines: [], rings: geometry.coordinates.flatMap(woundRings) }
  }
}

function drawNumber(canvas: Canvas, text: string, { x, y }: { x: number; y: number }, color: string): void {
  const width = Math.max(PLATE_HEIGHT, widthOf(canvas.faces, text, NUMBER_STYLE) + 4)
  canvas.pdf
    .roundedRect(x - width / 2, y - PLATE_HEIGHT / 2, width, PLATE_HEIGHT, PLATE_HEIGHT / 2)
    .fillColor(COLORS.paper)
    .strokeColor(color)
    .lineWidth(0.9)
    .fillAndStroke()
  canvas.line(text, x - width / 2, y + 2.1, NUMBER_STYLE, 'center', width)
}
