import type { Lattice } from './lattice.ts'
import type { SpreadNode, StrategyForm } from './strategy-form.ts'

/** Where the sites lie on a grid of two coordinates, apart for each kind of site. */
export interface GridSites {
  readonly count: number
  /** A small whole number a row. */
  readonly kind: Uint8Array
  readonly x: Float64Array
  readonly y: Float64Array
}

// Points reach from −HALF to HALF on either axis.
const HALF = 8_192

/** Interpolates between the four points around each site; builds each point that a site needs once, and yields after it. */
export function* gridForm(
  { count, kind, x, y }: GridSites,
  onX: Lattice,
  onY: Lattice,
  build: (kind: number, x: number, y: number) => SpreadNode,
): Generator<number, StrategyForm, void> {
  const nodes: SpreadNode[] = []
  const built = new Map<number, number>()
  const node = new Uint16Array(4 * count)
  const weight = new Float64Array(4 * count)
  for (let row = 0; row < count; row += 1) {
    const ownX = x[row] ?? 0
    const ownY = y[row] ?? 0
    const shareX = onX.share(ownX)
    const shareY = onY.share(ownY)
    for (let corner = 0; corner < 4; corner += 1) {
      const share = ((corner & 1) === 1 ? shareX : 1 - shareX) * (corner >> 1 === 1 ? shareY : 1 - shareY)
      if (share === 0) continue
      const pointX = onX.below(ownX) + (corner & 1)
      const pointY = onY.below(ownY) + (corner >> 1)
      const key = ((kind[row] ?? 0) * 2 * HALF + pointX + HALF) * 2 * HALF + pointY + HALF
      let place = built.get(key)
      if (place === undefined) {
        place = nodes.length
        built.set(key, place)
        nodes.push(build(kind[row] ?? 0, onX.at(pointX), onY.at(pointY)))
        yield row / count
      }
      node[4 * row + corner] = place
      weight[4 * row + corner] = share
    }
  }
  return { nodes, corners: 4, node, weight }
}
