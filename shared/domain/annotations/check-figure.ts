import type { AnnotationFigure, AnnotationGeometry, LonLat } from './annotation-figure.ts'
import { MOST_ANNOTATION_VERTICES, MOST_LATITUDE, MOST_RADIUS_METRES } from './annotation-limits.ts'
import { ANNOTATION_SHAPES, type AnnotationShape, SHAPE_GEOMETRIES } from './annotation-shape.ts'

export type FigureCheck = { ok: true; figure: AnnotationFigure } | { ok: false; reason: string }

/** Hundred-millionths of a degree are a millimetre. */
const DECIMALS = 1e8

class BadFigure extends Error {}

/**
 * Holds what somebody drew, or what a file or a page claims to be one, against what the catalog keeps. Rings are
 * closed, heights and repeated positions dropped, coordinates rounded to a millimetre.
 * The reason of a refusal is one sentence.
 */
export function checkFigure(value: unknown): FigureCheck {
  try {
    const { shape, geometry, radiusMetres } = record(value)
    if (!isShape(shape)) throw new BadFigure(`The catalog knows no shape "${clip(shape)}".`)
    const { type, coordinates } = record(geometry)
    if (typeof type !== 'string' || !SHAPE_GEOMETRIES[shape].includes(type))
      throw new BadFigure(`A ${shape} is drawn over ${SHAPE_GEOMETRIES[shape].join(' or ')}, not over ${clip(type)}.`)
    const vertices = { left: MOST_ANNOTATION_VERTICES }
    const figure = {
      shape,
      geometry: geometryOf(type as AnnotationGeometry['type'], coordinates, vertices),
      radiusMetres: radiusOf(shape, radiusMetres),
    }
    return { ok: true, figure }
  } catch (error) {
    if (error instanceof BadFigure) return { ok: false, reason: error.message }
    throw error
  }
}

type Budget = { left: number }

function geometryOf(type: AnnotationGeometry['type'], coordinates: unknown, budget: Budget): AnnotationGeometry {
  switch (type) {
    case 'Point':
      return { type, coordinates: positionOf(coordinates) }
    case 'LineString':
      return { type, coordinates: lineOf(coordinates, budget) }
    case 'Polygon':
      return { type, coordinates: polygonOf(coordinates, budget) }
    case 'MultiPolygon':
      return { type, coordinates: list(coordinates, 'A polygon').map((polygon) => polygonOf(polygon, budget)) }
  }
}

function lineOf(value: unknown, budget: Budget): LonLat[] {
  const line = positionsOf(value, budget)
  if (line.length < 2) throw new BadFigure('A line needs two different points; set another one.')
  return line
}

function polygonOf(value: unknown, budget: Budget): LonLat[][] {
  return list(value, 'A polygon').map((ring) => {
    const positions = positionsOf(ring, budget)
    const [first, last] = [positions[0], positions.at(-1)]
    if (first && last && !isSame(first, last)) {
      take(budget, 1)
      positions.push([...first])
    }
    if (positions.length < 4) throw new BadFigure('A polygon needs three different corners; set another one.')
    return positions
  })
}

function positionsOf(value: unknown, budget: Budget): LonLat[] {
  const given = list(value, 'A line')
  take(budget, given.length)
  const positions: LonLat[] = []
  for (const each of given) {
    const position = positionOf(each)
    const last = positions.at(-1)
    if (!last || !isSame(last, position)) positions.push(position)
  }
  return positions
}

function take(budget: Budget, vertices: number): void {
  budget.left -= vertices
  if (budget.left < 0)
    throw new BadFigure(
      `An annotation has at most ${MOST_ANNOTATION_VERTICES.toLocaleString('en-US')} vertices; simplify it, or import it as a layer.`,
    )
}

function positionOf(value: unknown): LonLat {
  const [longitude, latitude] = Array.isArray(value) ? (value as unknown[]) : []
  if (!isNumber(longitude) || !isNumber(latitude))
    throw new BadFigure('A point of the drawing has no longitude and latitude; draw it again.')
  if (Math.abs(latitude) > MOST_LATITUDE)
    throw new BadFigure(`Latitude ${latitude} is outside -${MOST_LATITUDE} to ${MOST_LATITUDE} degrees.`)
  if (Math.abs(longitude) > 180) throw new BadFigure(`Longitude ${longitude} is outside -180 to 180 degrees.`)
  return [round(longitude), round(latitude)]
}

function radiusOf(shape: AnnotationShape, value: unknown): number | null {
  if (shape !== 'circle') {
    if (value !== null && value !== undefined) throw new BadFigure(`A ${shape} has no radius; only a circle has.`)
    return null
  }
  if (!isNumber(value) || value <= 0 || value > MOST_RADIUS_METRES)
    throw new BadFigure(`The radius of a circle is above 0 and at most ${MOST_RADIUS_METRES / 1_000} km.`)
  return Math.round(value * 1_000) / 1_000 || 0.001
}

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new BadFigure(`${what} without points cannot be kept.`)
  return value
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new BadFigure('A drawing needs a shape and a geometry.')
  return value as Record<string, unknown>
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isShape(value: unknown): value is AnnotationShape {
  return ANNOTATION_SHAPES.some((shape) => shape === value)
}

function isSame(one: LonLat, other: LonLat): boolean {
  return one[0] === other[0] && one[1] === other[1]
}

function round(degrees: number): number {
  // Minus zero would be another text than zero.
  return Math.round(degrees * DECIMALS) / DECIMALS + 0
}

function clip(value: unknown): string {
  return String(value).slice(0, 40)
}
