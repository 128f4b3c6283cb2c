import type { SITE_KINDS } from '../domain/site/site-fields.ts'
import type { PathSink } from './path-sink.ts'

export const MARKER_SHAPES = ['circle', 'square', 'diamond', 'triangle_up', 'triangle_down', 'cross', 'star'] as const

export type MarkerShape = (typeof MARKER_SHAPES)[number]

type SiteKind = (typeof SITE_KINDS)[number]

/** Shape by kind, so that the map reads without colour. Plants share a triangle: retired point up, retiring down. */
export const KIND_SHAPES: Readonly<Record<SiteKind, MarkerShape>> = {
  mining: 'circle',
  hpc_campus: 'square',
  hybrid: 'diamond',
  retired_plant: 'triangle_up',
  retiring_plant: 'triangle_down',
  powered_land: 'cross',
  data_center: 'star',
}

export const KIND_LABELS: Readonly<Record<SiteKind, string>> = {
  mining: 'Mining site',
  hpc_campus: 'AI / HPC campus',
  hybrid: 'Mining and AI',
  retired_plant: 'Retired plant',
  retiring_plant: 'Retiring plant',
  powered_land: 'Powered land',
  data_center: 'Data center',
}

/** The shape of a kind's label in a category column; a circle where the kind is unknown. */
export function shapeOfKind(kind: string): MarkerShape {
  return Object.hasOwn(KIND_SHAPES, kind) ? KIND_SHAPES[kind as SiteKind] : 'circle'
}

/**
 * Corners of a shape about the origin, x and y in turn, y down, with the area of a circle of radius 1 so that
 * shapes of equal megawatts weigh the same on the eye. Empty for the circle.
 */
export function shapeCorners(shape: MarkerShape): readonly number[] {
  return CORNERS[shape]
}

const CORNERS: Readonly<Record<MarkerShape, readonly number[]>> = {
  circle: [],
  square: withUnitCircleArea([-1, -1, 1, -1, 1, 1, -1, 1]),
  diamond: withUnitCircleArea([0, -1.15, 1, 0, 0, 1.15, -1, 0]),
  triangle_up: withUnitCircleArea([0, -1, 1, 0.75, -1, 0.75]),
  triangle_down: withUnitCircleArea([0, 1, 1, -0.75, -1, -0.75]),
  cross: withUnitCircleArea(plus(0.4)),
  star: withUnitCircleArea(star(5, 0.5)),
}

/** Traces a shape of the given radius as one closed ring. The caller begins the path and fills or strokes it. */
export function traceShape(sink: PathSink, shape: MarkerShape, x: number, y: number, radius: number): void {
  const corners = shape === 'circle' ? CIRCLE : CORNERS[shape]
  for (let at = 0; at < corners.length; at += 2) {
    const cornerX = x + corners[at]! * radius
    const cornerY = y + corners[at + 1]! * radius
    if (at === 0) sink.moveTo(cornerX, cornerY)
    else sink.lineTo(cornerX, cornerY)
  }
  sink.closePath()
}

/** A sink knows no arcs; at marker sizes 32 sides are round. */
const CIRCLE = Array.from({ length: 32 }, (_, side) => (side / 32) * 2 * Math.PI).flatMap((angle) => [
  Math.cos(angle),
  Math.sin(angle),
])

function plus(halfArm: number): number[] {
  const [a, b] = [halfArm, 1]
  return [-a, -b, a, -b, a, -a, b, -a, b, a, a, a, a, b, -a, b, -a, a, -b, a, -b, -a, -a, -a]
}

function star(points: number, innerRadius: number): number[] {
  return Array.from({ length: points * 2 }, (_, corner) => {
    const radius = corner % 2 === 0 ? 1 : innerRadius
    const angle = (corner / points) * Math.PI - Math.PI / 2
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  }).flat()
}

function withUnitCircleArea(corners: readonly number[]): number[] {
  let doubleArea = 0
  for (let at = 0; at < corners.length; at += 2) {
    const next = (at + 2) % corners.length
    doubleArea += corners[at]! * corners[next + 1]! - corners[next]! * corners[at + 1]!
  }
  const factor = Math.sqrt(Math.PI / Math.abs(doubleArea / 2))
  return corners.map((value) => value * factor)
}
