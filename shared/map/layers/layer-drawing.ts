import { worldSizePx } from '../mercator.ts'
import type { PathSink } from '../path-sink.ts'
import type { MapWindow } from '../tile-cover.ts'
import type { LayerScene } from './layer-scene.ts'
import { PART, type PartKind, WORLD_UNITS } from './layer-shapes.ts'

/** Positions of one path: longer ones make every sink slower than their length. */
const MOST_PATH_POSITIONS = 1_000
/** Beyond the window by this much nothing reaches in, CSS pixels. */
const REACH_PX = 24

/**
 * Corners of a circle by the least radius, in the sink's units, that needs as many: a layer may have a hundred thousand
 * points, and a speck of four corners looks as round as one of thirty-two.
 */
const CIRCLES: readonly (readonly [leastRadius: number, corners: readonly number[]])[] = [
  [9, circle(32)],
  [4, circle(16)],
  [1.5, circle(10)],
  [0, circle(4)],
]

export const isArea = (kind: PartKind): boolean => kind === PART.ring || kind === PART.hole
export const isOutline = (kind: PartKind): boolean => isArea(kind) || kind === PART.line

/** The shapes of a layer that reach into a window, put into the paths of a sink. */
export class LayerDrawing {
  readonly #sink: PathSink
  readonly #scene: LayerScene
  readonly #visible: number[] = []
  readonly #scale: number
  readonly #left: number
  readonly #top: number
  readonly #unitsPerPx: number

  /** @param only draws this feature alone, wherever it is. */
  constructor(sink: PathSink, scene: LayerScene, window: MapWindow, unitsPerPx: number, only: number | null = null) {
    this.#sink = sink
    this.#scene = scene
    this.#unitsPerPx = unitsPerPx
    const pxPerWorldUnit = worldSizePx(window.zoom) / WORLD_UNITS
    this.#scale = pxPerWorldUnit * unitsPerPx
    this.#left = window.left * unitsPerPx
    this.#top = window.top * unitsPerPx
    if (only !== null) {
      this.#visible.push(only)
      return
    }
    const { boxes } = scene
    const west = (window.left - REACH_PX) / pxPerWorldUnit
    const east = (window.left + window.width + REACH_PX) / pxPerWorldUnit
    const north = (window.top - REACH_PX) / pxPerWorldUnit
    const south = (window.top + window.height + REACH_PX) / pxPerWorldUnit
    for (let at = 0; at < boxes.length; at += 4)
      if (boxes[at]! <= east && boxes[at + 2]! >= west && boxes[at + 1]! <= south && boxes[at + 3]! >= north)
        this.#visible.push(at / 4)
  }

  /** Puts the parts of a class, or of all (null), into paths and has each painted. */
  paths(ofClass: number | null, takes: (kind: PartKind) => boolean, paint: () => void): void {
    const { shapes, classes } = this.#scene
    const { partStarts, kinds, positionStarts } = shapes
    let positions = 0
    this.#sink.beginPath()
    for (const feature of this.#visible) {
      if (classes && ofClass !== null && classes[feature] !== ofClass) continue
      // A hole must be in one path with its outline, so a path ends between features alone.
      if (positions > MOST_PATH_POSITIONS) {
        paint()
        this.#sink.beginPath()
        positions = 0
      }
      for (let part = partStarts[feature]!; part < partStarts[feature + 1]!; part += 1) {
        if (!takes(kinds[part]! as PartKind)) continue
        this.#trace(positionStarts[part]!, positionStarts[part + 1]!, kinds[part] !== PART.line)
        positions += positionStarts[part + 1]! - positionStarts[part]!
      }
    }
    if (positions > 0) paint()
  }

  /** The same with the points or specks of a class, as circles. */
  dots(ofClass: number | null, kind: PartKind, radiusPx: number, paint: () => void): void {
    const { shapes, classes } = this.#scene
    const { partStarts, kinds, positionStarts, xy } = shapes
    const radius = radiusPx * this.#unitsPerPx
    const sides = CIRCLES.find(([least]) => radius >= least)?.[1] ?? []
    let dots = 0
    this.#sink.beginPath()
    for (const feature of this.#visible) {
      if (classes && ofClass !== null && classes[feature] !== ofClass) continue
      for (let part = partStarts[feature]!; part < partStarts[feature + 1]!; part += 1) {
        if (kinds[part] !== kind) continue
        const at = positionStarts[part]!
        this.#dot(sides, this.#x(xy[2 * at]!), this.#y(xy[2 * at + 1]!), radius)
        dots += 1
      }
      if (dots * sides.length > 2 * MOST_PATH_POSITIONS) {
        paint()
        this.#sink.beginPath()
        dots = 0
      }
    }
    if (dots > 0) paint()
  }

  #dot(corners: readonly number[], x: number, y: number, radius: number): void {
    for (let at = 0; at < corners.length; at += 2) {
      const cornerX = x + corners[at]! * radius
      const cornerY = y + corners[at + 1]! * radius
      if (at === 0) this.#sink.moveTo(cornerX, cornerY)
      else this.#sink.lineTo(cornerX, cornerY)
    }
    this.#sink.closePath()
  }

  #trace(from: number, to: number, isRing: boolean): void {
    const { xy } = this.#scene.shapes
    const sink = this.#sink
    sink.moveTo(this.#x(xy[2 * from]!), this.#y(xy[2 * from + 1]!))
    for (let at = from + 1; at < to; at += 1) sink.lineTo(this.#x(xy[2 * at]!), this.#y(xy[2 * at + 1]!))
    if (isRing) sink.closePath()
  }

  #x(units: number): number {
    return units * this.#scale - this.#left
  }

  #y(units: number): number {
    return units * this.#scale - this.#top
  }
}

function circle(sides: number): number[] {
  return Array.from({ length: sides }, (_, side) => ((side + 0.5) / sides) * 2 * Math.PI).flatMap((angle) => [
    Math.cos(angle),
    Math.sin(angle),
  ])
}
