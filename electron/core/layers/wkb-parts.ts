import { PART } from '../../../shared/map/layers/layer-shapes.ts'
import { mercatorX, mercatorY } from '../../../shared/map/mercator.ts'

/** A piece of a geometry, its positions in Web Mercator with the world as the unit square. */
export interface WorldPart {
  readonly kind: typeof PART.point | typeof PART.line | typeof PART.ring | typeof PART.hole
  readonly xy: number[]
}

const LITTLE_ENDIAN = true
const POSITION_BYTES = 16

/** The parts of a geometry as `writeWkb` writes it, in the order in which they stand in it. */
export function wkbParts(wkb: Uint8Array): WorldPart[] {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength)
  const parts: WorldPart[] = []
  let at = 0
  const positions = (count: number): number[] => {
    const xy = new Array<number>(2 * count)
    for (let each = 0; each < count; each += 1) {
      xy[2 * each] = mercatorX(view.getFloat64(at, LITTLE_ENDIAN))
      xy[2 * each + 1] = mercatorY(view.getFloat64(at + 8, LITTLE_ENDIAN))
      at += POSITION_BYTES
    }
    return xy
  }
  const count = (): number => {
    at += 4
    return view.getUint32(at - 4, LITTLE_ENDIAN)
  }
  const read = (): void => {
    const type = view.getUint32(at + 1, LITTLE_ENDIAN)
    at += 5
    if (type === 1) parts.push({ kind: PART.point, xy: positions(1) })
    else if (type === 2) parts.push({ kind: PART.line, xy: positions(count()) })
    else if (type === 3)
      for (let left = count(), isOuter = true; left > 0; left -= 1, isOuter = false) {
        const xy = positions(count())
        // Rings of one path are filled by the non-zero rule, so holes must run the other way round.
        parts.push({ kind: isOuter ? PART.ring : PART.hole, xy: doubleArea(xy) >= 0 === isOuter ? xy : reversed(xy) })
      }
    else for (let left = count(); left > 0; left -= 1) read()
  }
  read()
  return parts
}

function doubleArea(xy: readonly number[]): number {
  let sum = 0
  // Counted from the first position: far from the origin the products would lose the small differences.
  const [x0 = 0, y0 = 0] = xy
  for (let at = 0; at + 3 < xy.length; at += 2)
    sum += (xy[at]! - x0) * (xy[at + 3]! - y0) - (xy[at + 2]! - x0) * (xy[at + 1]! - y0)
  return sum
}

function reversed(xy: readonly number[]): number[] {
  const out: number[] = []
  for (let at = xy.length - 2; at >= 0; at -= 2) out.push(xy[at]!, xy[at + 1]!)
  return out
}
