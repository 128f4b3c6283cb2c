import type { LayerFilter } from '../../../shared/map/layers/layer-look.ts'
import { PART, packShapes, WORLD_UNITS } from '../../../shared/map/layers/layer-shapes.ts'
import { ShapesBuilder } from '../../../shared/map/layers/shapes-builder.ts'
import { simplifyShape } from '../../../shared/map/layers/simplify-shape.ts'
import { mercatorX, mercatorY, worldSizePx } from '../../../shared/map/mercator.ts'
import { clipLine, clipRing, type Rect } from '../../../shared/map/picture/clip.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { filterSql } from './filter-sql.ts'
import type { LayerSource } from './layer-source.ts'
import type { FeatureBox } from './read-layers.ts'
import { type WorldPart, wkbParts } from './wkb-parts.ts'

/** What a simplified line may miss its original by, CSS pixels: less than anybody sees, also at two pixels each. */
const TOLERANCE_PX = 0.5
/** A line or area smaller than this is drawn as a speck. */
const SPECK_PX = 1
/** Of points and specks one for each cell of this size is drawn: the others would lie under it. */
const CELL_PX = 1.5
/** How far beyond the box shapes are cut, so that no edge of a cut shows inside it. */
const MARGIN_PX = 32
/** Lines and areas that are drawn at most; beyond, the largest are. */
const MOST_SHAPES = 20_000

type BoxRow = [key: number, west: number, south: number, east: number, north: number]

/**
 * The features of a box as they are drawn at a zoom. What is read and sent grows with the screen, not with the layer:
 * what lies within a pixel becomes a speck without a look at its geometry, all else is cut and simplified here.
 */
export function readShapes(
  db: Db,
  { table, edition }: LayerSource,
  box: FeatureBox,
  zoom: number,
  filter: LayerFilter | null,
): Uint8Array<ArrayBuffer> {
  const condition = filterSql(filter)
  // The index holds the boxes, so that without a filter no row is read here. Positions at 0, 0 are nobody's place.
  const rows = prepared(
    db,
    `SELECT key, west, south, east, north FROM ${table} WHERE edition = ? AND west IS NOT NULL
       AND east >= ? AND west <= ? AND north >= ? AND south <= ?
       AND NOT (west = 0 AND east = 0 AND south = 0 AND north = 0) AND (${condition.sql})`,
  )
    .raw()
    .all(edition, box.west, box.east, box.south, box.north, ...condition.values) as BoxRow[]
  const sizePx = worldSizePx(zoom)
  const { small, large } = bySize(rows, sizePx)
  const builder = new ShapesBuilder()
  const geometryOf = db.prepare(`SELECT geometry FROM ${table} WHERE key = ?`).pluck()
  const window = worldWindow(box, MARGIN_PX / sizePx)
  for (const [key] of large) {
    const wkb = geometryOf.get(key) as Uint8Array
    for (const part of wkbParts(wkb)) addPart(builder, part, window, sizePx)
    builder.endFeature(key)
  }
  addSmall(builder, small, sizePx)
  return packShapes(builder.shapes(rows.length))
}

function bySize(rows: readonly BoxRow[], sizePx: number): { small: BoxRow[]; large: BoxRow[] } {
  const small: BoxRow[] = []
  let large: BoxRow[] = []
  for (const row of rows) (extentPx(row, sizePx) < SPECK_PX ? small : large).push(row)
  if (large.length > MOST_SHAPES) {
    large.sort((one, other) => extentPx(other, sizePx) - extentPx(one, sizePx))
    small.push(...large.slice(MOST_SHAPES))
    large = large.slice(0, MOST_SHAPES)
  }
  return { small, large: large.sort(([one], [other]) => one - other) }
}

function extentPx([, west, south, east, north]: BoxRow, sizePx: number): number {
  return Math.max(mercatorX(east) - mercatorX(west), mercatorY(south) - mercatorY(north)) * sizePx
}

function addSmall(builder: ShapesBuilder, small: readonly BoxRow[], sizePx: number): void {
  const taken = new Set<number>()
  const cells = Math.ceil(sizePx / CELL_PX) + 1
  for (const [key, west, south, east, north] of small) {
    const x = (mercatorX(west) + mercatorX(east)) / 2
    const y = (mercatorY(south) + mercatorY(north)) / 2
    const cell = Math.floor((y * sizePx) / CELL_PX) * cells + Math.floor((x * sizePx) / CELL_PX)
    if (taken.has(cell)) continue
    taken.add(cell)
    const isPoint = west === east && south === north
    builder.addPart(isPoint ? PART.point : PART.speck, [x * WORLD_UNITS, y * WORLD_UNITS])
    builder.endFeature(key)
  }
}

function addPart(builder: ShapesBuilder, { kind, xy }: WorldPart, window: Rect, sizePx: number): void {
  const tolerance = TOLERANCE_PX / sizePx
  const isInside = isWithin(xy, window)
  if (kind === PART.point) {
    if (isInside) builder.addPart(kind, toUnits(xy))
  } else if (kind === PART.line) {
    for (const piece of isInside ? [xy] : clipLine(xy, window)) {
      const line = simplifyShape(piece, tolerance)
      if (line.length >= 4) builder.addPart(kind, toUnits(line))
    }
  } else {
    const ring = simplifyShape(isInside ? xy : clipRing(xy, window), tolerance)
    if (ring.length >= 4) builder.addPart(kind, toUnits(ring))
  }
}

function isWithin(xy: readonly number[], { minX, minY, maxX, maxY }: Rect): boolean {
  for (let at = 0; at < xy.length; at += 2)
    if (xy[at]! < minX || xy[at]! > maxX || xy[at + 1]! < minY || xy[at + 1]! > maxY) return false
  return true
}

function toUnits(xy: readonly number[]): number[] {
  return xy.map((value) => Math.max(0, Math.min(1, value)) * WORLD_UNITS)
}

function worldWindow({ west, south, east, north }: FeatureBox, margin: number): Rect {
  return {
    minX: mercatorX(west) - margin,
    maxX: mercatorX(east) + margin,
    minY: mercatorY(north) - margin,
    maxY: mercatorY(south) + margin,
  }
}
