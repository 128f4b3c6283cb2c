import type { Lattice } from './lattice.ts'

/** Where the sites lie on a grid of two coordinates, apart for each kind of site. */
export interface GridSites {
  readonly count: number
  /** A small whole number a row. */
  readonly kind: Uint8Array
  readonly x: Float64Array
  readonly y: Float64Array
}

export interface GridPoint {
  readonly kind: number
  readonly x: number
  readonly y: number
}

/** The cells that sites lie in and the points at their corners; see `StrategyForm`, whose nodes belong to `points`. */
export interface GridCells {
  readonly points: readonly GridPoint[]
  readonly cells: Uint32Array
  readonly cell: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
}

// Points reach from −HALF to HALF on either axis.
const HALF = 8_192

/** Without `onY`, y decides nothing. */
export function gridCells({ count, kind, x, y }: GridSites, onX: Lattice, onY: Lattice | null): GridCells {
  const points: GridPoint[] = []
  const pointOf = new Map<number, number>()
  const cells: number[] = []
  const cellOf = new Map<number, number>()
  const into = { cell: new Uint32Array(count), x: new Float64Array(count), y: new Float64Array(count) }
  const keyOf = (ofKind: number, column: number, line: number) =>
    (ofKind * 2 * HALF + column + HALF) * 2 * HALF + line + HALF
  for (let row = 0; row < count; row += 1) {
    const ofKind = kind[row] ?? 0
    const column = onX.below(x[row] ?? 0)
    const line = onY?.below(y[row] ?? 0) ?? 0
    const key = keyOf(ofKind, column, line)
    let cell = cellOf.get(key)
    if (cell === undefined) {
      cell = cells.length / 4
      cellOf.set(key, cell)
      for (let corner = 0; corner < 4; corner += 1) {
        const atColumn = column + (corner & 1)
        const atLine = onY === null ? line : line + (corner >> 1)
        const pointKey = keyOf(ofKind, atColumn, atLine)
        let point = pointOf.get(pointKey)
        if (point === undefined) {
          point = points.length
          pointOf.set(pointKey, point)
          points.push({ kind: ofKind, x: onX.at(atColumn), y: onY?.at(atLine) ?? 0 })
        }
        cells.push(point)
      }
    }
    into.cell[row] = cell
    into.x[row] = onX.share(x[row] ?? 0)
    into.y[row] = onY?.share(y[row] ?? 0) ?? 0
  }
  return { ...into, points, cells: Uint32Array.from(cells) }
}
