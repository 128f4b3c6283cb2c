import type { Layer } from '../../../shared/contract/layers.ts'

/** What the parts of a layer's row are given. */
export interface ListedLayer {
  readonly layer: Layer
}
