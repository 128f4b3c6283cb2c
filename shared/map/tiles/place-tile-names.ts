import { BoxGrid } from '../box-grid.ts'
import { LABEL_COLORS } from '../label-style.ts'
import type { MapScheme } from '../map-scheme.ts'
import type { PictureText } from '../picture/picture-sink.ts'
import type { LabelBox } from '../place-labels.ts'
import type { MapWindow } from '../tile-cover.ts'
import type { NameKind } from './tile-names.ts'

/** A name as tiles bring it, moved to pixels from the window's top left corner. */
export interface NameCandidate {
  readonly text: string
  readonly kind: NameKind
  readonly rank: number
  /** One point, or a line: x0, y0, x1, y1 … */
  readonly points: ArrayLike<number>
}

/** A name that found room. */
export interface PlacedName {
  readonly text: string
  readonly kind: NameKind
  readonly look: PictureText
  /** The middle of the text. */
  readonly x: number
  readonly y: number
  /** Radians, clockwise; 0 for names of places. */
  readonly angle: number
}

export type MeasureName = (text: string, look: PictureText) => number

/** A name is not set again nearer than this, pixels: tiles bring the same road, lake or town once each. */
const REPEAT_PX: Readonly<Record<NameKind, number>> = { place: 160, water: 320, road: 260 }
/** The zoom from which a rank is shown. */
const PLACE_ZOOMS = [0, 3, 5, 7, 8, 9, 10, 11, 12, 14] as const
const ROAD_ZOOMS = [8, 9, 11, 12, 13, 14, 15, 15, 15, 16] as const
/** How much of its own length a text on a line may be bent. */
const STRAIGHT_SHARE = 0.96
const PADDING_PX = 3
/** What is this near to upright, radians, counts as upright. */
const STEEP = 0.05

/**
 * Places the names of tiles without overlap, the most important first; places before waters before roads. The same
 * name near by is set once, so that it does not repeat at the borders of tiles.
 */
export function placeTileNames(
  candidates: readonly NameCandidate[],
  window: MapWindow,
  measure: MeasureName,
  scheme: MapScheme,
  obstacles: readonly LabelBox[] = [],
): PlacedName[] {
  const zoom = Math.round(window.zoom)
  const taken = new BoxGrid(window.width, window.height)
  for (const obstacle of obstacles) taken.add(obstacle)
  const set = new Map<string, { x: number; y: number }[]>()
  const placed: PlacedName[] = []
  for (const name of inOrder(candidates, zoom)) {
    const look = lookOf(name, zoom, scheme)
    const width = measure(name.text, look)
    const key = `${name.kind} ${name.text.toLowerCase()}`
    const before = set.get(key) ?? []
    for (const { x, y, angle } of spots(name, width)) {
      if (x < 0 || y < 0 || x > window.width || y > window.height) continue
      if (before.some((other) => Math.hypot(other.x - x, other.y - y) < REPEAT_PX[name.kind])) break
      const boxes = boxesOf(x, y, width, look.sizePx, angle)
      if (boxes.some((box) => taken.hits(box))) continue
      for (const box of boxes) taken.add(box)
      before.push({ x, y })
      set.set(key, before)
      placed.push({ text: name.text, kind: name.kind, look, x, y, angle })
      break
    }
  }
  return placed
}

const KIND_ORDER: Readonly<Record<NameKind, number>> = { place: 0, water: 1, road: 2 }

function inOrder(candidates: readonly NameCandidate[], zoom: number): NameCandidate[] {
  return candidates
    .filter(({ kind, rank }) => zoom >= firstZoom(kind, rank))
    .sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || a.rank - b.rank || (a.text < b.text ? -1 : 1))
}

function firstZoom(kind: NameKind, rank: number): number {
  const at = Math.min(9, Math.max(0, Math.round(rank)))
  if (kind === 'place') return PLACE_ZOOMS[at]!
  return kind === 'road' ? ROAD_ZOOMS[at]! : 9
}

const OTHER_COLORS: Readonly<Record<MapScheme, Readonly<Record<'water' | 'road', string>>>> = {
  light: { water: '#4d7896', road: '#6a6459' },
  dark: { water: '#7fa5c4', road: '#a8a295' },
  print: { water: '#44708f', road: '#5f594f' },
}

function lookOf({ kind, rank }: NameCandidate, zoom: number, scheme: MapScheme): PictureText {
  const colors = LABEL_COLORS[scheme]
  const halo = { color: colors.halo, widthPx: 2.6, opacity: 0.85 }
  if (kind === 'water')
    return { sizePx: 11, weight: 400, color: OTHER_COLORS[scheme].water, isItalic: true, anchor: 'middle', halo }
  if (kind === 'road')
    return { sizePx: zoom >= 16 ? 11 : 10, weight: 500, color: OTHER_COLORS[scheme].road, anchor: 'middle', halo }
  // A place grows up the scale as the view comes nearer.
  const step = Math.max(0, rank - Math.max(0, Math.floor((zoom - 8) / 2)))
  const sizePx = step <= 1 ? 14 : step <= 3 ? 12.5 : step <= 5 ? 11.5 : 10.5
  const isLarge = step <= 3
  return {
    sizePx,
    weight: step <= 1 ? 700 : isLarge ? 600 : 400,
    color: isLarge ? colors.city : colors.town,
    anchor: 'middle',
    halo,
  }
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly angle: number
}

/** Where a name may go: on its point or a little off it, or along its line where that runs straight for long enough. */
function spots({ points }: NameCandidate, width: number): Spot[] {
  const [x = 0, y = 0] = [points[0], points[1]]
  if (points.length < 4)
    return [
      { x, y, angle: 0 },
      { x, y: y - 14, angle: 0 },
      { x, y: y + 14, angle: 0 },
    ]
  const lengths = cumulativeLengths(points)
  const total = lengths.at(-1) ?? 0
  if (total < width + 2 * PADDING_PX) return []
  return [0.5, 0.3, 0.7].flatMap((share) => {
    const middle = Math.min(total - width / 2, Math.max(width / 2, total * share))
    const [fromX, fromY] = pointAt(points, lengths, middle - width / 2)
    const [toX, toY] = pointAt(points, lengths, middle + width / 2)
    const span = Math.hypot(toX - fromX, toY - fromY)
    if (span < width * STRAIGHT_SHARE) return []
    const angle = Math.atan2(toY - fromY, toX - fromX)
    // Never upside down, and what stands upright is read from below.
    const upright =
      angle > Math.PI / 2 - STEEP ? angle - Math.PI : angle <= -Math.PI / 2 - STEEP ? angle + Math.PI : angle
    return [{ x: (fromX + toX) / 2, y: (fromY + toY) / 2, angle: upright }]
  })
}

function cumulativeLengths(points: ArrayLike<number>): number[] {
  const lengths = [0]
  for (let at = 2; at + 1 < points.length; at += 2)
    lengths.push(lengths.at(-1)! + Math.hypot(points[at]! - points[at - 2]!, points[at + 1]! - points[at - 1]!))
  return lengths
}

function pointAt(points: ArrayLike<number>, lengths: readonly number[], length: number): [number, number] {
  let index = 1
  while (index < lengths.length - 1 && lengths[index]! < length) index += 1
  const span = lengths[index]! - lengths[index - 1]!
  const share = span > 0 ? (length - lengths[index - 1]!) / span : 0
  const [x0, y0, x1, y1] = [index * 2 - 2, index * 2 - 1, index * 2, index * 2 + 1].map((at) => points[at]!) as [
    number,
    number,
    number,
    number,
  ]
  return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share]
}

/** The room a text takes: one box where it is level, a chain of small ones along a slope. */
function boxesOf(x: number, y: number, width: number, sizePx: number, angle: number): LabelBox[] {
  const half = sizePx * 0.62
  const box = (atX: number, atY: number, reachX: number): LabelBox => ({
    minX: atX - reachX - PADDING_PX,
    minY: atY - half - 1,
    maxX: atX + reachX + PADDING_PX,
    maxY: atY + half + 1,
  })
  if (Math.abs(angle) < 0.05) return [box(x, y, width / 2)]
  const steps = Math.max(1, Math.ceil(width / sizePx))
  return Array.from({ length: steps }, (_, step) => {
    const along = width * ((step + 0.5) / steps - 0.5)
    return box(x + along * Math.cos(angle), y + along * Math.sin(angle), sizePx / 2)
  })
}
