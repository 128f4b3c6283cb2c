import type { LayerLook } from './layer-look.ts'
import { type LayerShapes, WORLD_UNITS } from './layer-shapes.ts'

/** A layer as it is drawn: its shapes with how each looks. */
export interface LayerScene {
  readonly layerId: number
  readonly look: LayerLook
  readonly shapes: LayerShapes
  /** World units: least x, least y, greatest x, greatest y of each feature. */
  readonly boxes: Float64Array
  /** An index into the look's styles for each feature; null where all look the same. */
  readonly classes: Uint8Array | null
  /** A text for each feature; null where there are no labels. */
  readonly labels: readonly (string | null)[] | null
}

/** The box of each feature, for finding those of a view. */
export function featureBoxes({ ids, partStarts, positionStarts, xy }: LayerShapes): Float64Array {
  const boxes = new Float64Array(ids.length * 4)
  for (let feature = 0; feature < ids.length; feature += 1) {
    let [left, top, right, bottom] = [WORLD_UNITS, WORLD_UNITS, 0, 0]
    const end = positionStarts[partStarts[feature + 1]!]!
    for (let at = positionStarts[partStarts[feature]!]!; at < end; at += 1) {
      const x = xy[2 * at]!
      const y = xy[2 * at + 1]!
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
    boxes.set([left, top, right, bottom], feature * 4)
  }
  return boxes
}
