import type { LayerFilter } from './layer-look.ts'

/** Changes when a layer's features, or those that pass its filter, may be others than before. */
export function contentKey(layer: {
  readonly layerId: number
  readonly importedAt: number
  readonly features: number
  readonly look: { readonly filter: LayerFilter | null }
}): string {
  return JSON.stringify([layer.layerId, layer.importedAt, layer.features, layer.look.filter])
}
