/** The cell that holds how a layer is drawn, whole; its row is the key of the layer: the name of its file. */
export const LOOK_FIELD = 'look'

/** The cell that holds a layer's place in the order; the least is topmost. */
export const PLACE_FIELD = 'place'

export function isLayerField(field: string): boolean {
  return field === LOOK_FIELD || field === PLACE_FIELD
}
