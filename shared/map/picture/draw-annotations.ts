import type { Annotation } from '../../contract/annotations.ts'
import type { LonLat } from '../../domain/annotations/annotation-figure.ts'
import { BASEMAP_COLORS } from '../basemap-style.ts'
import { destination } from '../geodesy/destination.ts'
import { traceShape } from '../kind-shapes.ts'
import { LABEL_COLORS } from '../label-style.ts'
import { mercatorX, mercatorY, worldSizePx } from '../mercator.ts'
import type { MapWindow } from '../tile-cover.ts'
import type { PictureFrame } from './drawable-layer.ts'
import type { PictureSink } from './picture-sink.ts'

const CIRCLE_SIDES = 72
/** Corners of an arrow's head about the end of its line, which runs to the right; in widths of the line. */
const HEAD: readonly (readonly [number, number])[] = [
  [-3.5, -2.5],
  [1.5, 0],
  [-3.5, 2.5],
  [-2.25, 0],
]
const POINT_RIM_PX = 2
const PHOTO_RADIUS_PX = 9
const VIEW_RADIUS_PX = 22
/** Half of what a photo's cone opens to, degrees. */
const VIEW_HALF_ANGLE = 24

/** Draws annotations, the first one lowest: their lines and areas, points, texts and photos. */
export function drawAnnotations(sink: PictureSink, annotations: readonly Annotation[], frame: PictureFrame): void {
  for (const annotation of annotations) drawAnnotation(sink, annotation, frame)
}

function drawAnnotation(sink: PictureSink, annotation: Annotation, frame: PictureFrame): void {
  const { figure, style } = annotation
  const { geometry } = figure
  const place = placer(frame.window)
  const stroke = withOpacity(style.strokeColor, style.strokeOpacity)
  if (geometry.type === 'Point') {
    if (figure.radiusMetres !== null) {
      const ring = circle(geometry.coordinates, figure.radiusMetres)
      paintArea(sink, [ring.map(place)], annotation)
    } else if (figure.shape === 'text') drawText(sink, annotation, place(geometry.coordinates), frame)
    else if (figure.shape === 'photo') drawPhoto(sink, annotation, place(geometry.coordinates))
    else {
      const at = place(geometry.coordinates)
      drawPoint(sink, at, 4 + style.strokeWidthPx + POINT_RIM_PX / 2, BASEMAP_COLORS[frame.scheme].land)
      drawPoint(sink, at, 4 + style.strokeWidthPx - POINT_RIM_PX / 2, stroke)
    }
    return
  }
  if (geometry.type === 'LineString') {
    const points = geometry.coordinates.map(place)
    sink.beginPath()
    trace(sink, points, false)
    sink.stroke(stroke, style.strokeWidthPx, dashes(annotation))
    if (figure.shape === 'arrow') drawHead(sink, points, style.strokeWidthPx, stroke)
    return
  }
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  for (const rings of polygons)
    paintArea(
      sink,
      rings.map((ring) => ring.map(place)),
      annotation,
    )
}

type Point = readonly [x: number, y: number]

/** Pixels of a place in the copy of the world that the window shows. */
function placer(window: MapWindow): (place: LonLat) => Point {
  const size = worldSizePx(window.zoom)
  return ([longitude, latitude]) => {
    const inWorld = mercatorX(longitude) * size - window.left
    const turns = Math.round((inWorld - window.width / 2) / size)
    return [inWorld - turns * size, mercatorY(latitude) * size - window.top]
  }
}

function paintArea(sink: PictureSink, rings: readonly (readonly Point[])[], { style, ...rest }: Annotation): void {
  sink.beginPath()
  for (const ring of rings) trace(sink, ring, true)
  if (style.fillOpacity > 0) sink.fill(withOpacity(style.fillColor, style.fillOpacity))
  sink.stroke(withOpacity(style.strokeColor, style.strokeOpacity), style.strokeWidthPx, dashes({ style, ...rest }))
}

function trace(sink: PictureSink, points: readonly Point[], isClosed: boolean): void {
  points.forEach(([x, y], index) => {
    if (index === 0) sink.moveTo(x, y)
    else sink.lineTo(x, y)
  })
  if (isClosed) sink.closePath()
}

function drawPoint(sink: PictureSink, [x, y]: Point, radiusPx: number, color: string): void {
  sink.beginPath()
  traceShape(sink, 'circle', x, y, radiusPx)
  sink.fill(color)
}

function drawHead(sink: PictureSink, points: readonly Point[], widthPx: number, color: string): void {
  const [tip, before] = [points.at(-1), points.findLast((point) => !isSame(point, points.at(-1)))]
  if (!tip || !before) return
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0])
  const [cos, sin] = [Math.cos(angle) * widthPx, Math.sin(angle) * widthPx]
  const corners = HEAD.map(
    ([along, across]): Point => [tip[0] + along * cos - across * sin, tip[1] + along * sin + across * cos],
  )
  sink.beginPath()
  trace(sink, corners, true)
  sink.fill(color)
}

function drawText(sink: PictureSink, annotation: Annotation, [x, y]: Point, { scheme }: PictureFrame): void {
  const { label, text, style } = annotation
  sink.text(label || text.slice(0, 120) || 'Text', x, y, {
    sizePx: style.textSizePx,
    weight: 600,
    anchor: 'middle',
    color: withOpacity(style.strokeColor, style.strokeOpacity),
    halo: { color: LABEL_COLORS[scheme].halo, widthPx: 3.2, opacity: 0.9 },
  })
}

function drawPhoto(sink: PictureSink, { photo, style }: Annotation, [x, y]: Point): void {
  if (photo?.bearingDegrees != null) {
    sink.beginPath()
    sink.moveTo(x, y)
    for (let step = -VIEW_HALF_ANGLE; step <= VIEW_HALF_ANGLE; step += VIEW_HALF_ANGLE / 4) {
      const angle = ((photo.bearingDegrees + step - 90) * Math.PI) / 180
      sink.lineTo(x + VIEW_RADIUS_PX * Math.cos(angle), y + VIEW_RADIUS_PX * Math.sin(angle))
    }
    sink.closePath()
    sink.fill(withOpacity(style.strokeColor, 0.4))
  }
  drawPoint(sink, [x, y], PHOTO_RADIUS_PX, style.strokeColor)
  drawPoint(sink, [x, y], PHOTO_RADIUS_PX / 2.6, '#ffffff')
}

/** A circle on the ellipsoid, as it lies on the map. */
function circle(center: LonLat, radiusMetres: number): LonLat[] {
  return Array.from({ length: CIRCLE_SIDES }, (_, side) => {
    const [longitude, latitude] = destination(center, (side / CIRCLE_SIDES) * 360, radiusMetres)
    return [longitude, latitude]
  })
}

function dashes({ style: { dash, strokeWidthPx: width } }: Pick<Annotation, 'style'>): number[] {
  if (dash === 'solid') return []
  return dash === 'dashed' ? [width * 3.5, width * 2.5] : [width, width * 1.6]
}

function withOpacity(color: string, opacity: number): string {
  const hex = Math.round(Math.min(1, Math.max(0, opacity)) * 255).toString(16)
  return opacity >= 1 ? color : `${color}${hex.padStart(2, '0')}`
}

function isSame(a: Point, b: Point | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1]
}
