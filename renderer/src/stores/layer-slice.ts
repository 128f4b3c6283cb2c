import type { Layer } from '../../../shared/contract/layers.ts'
import type { SliceTools } from './app-state.ts'

export interface LayerSlice {
  /** The imported maps of the catalog. */
  readonly layers: readonly Layer[]
  refreshLayers(): Promise<void>
  removeLayer(layer: Layer): Promise<void>
}

export function layerSlice({ set, get, ports }: SliceTools): LayerSlice {
  return {
    layers: [],
    async refreshLayers() {
      try {
        set({ layers: await ports.client['layers.list']({}) })
      } catch (error) {
        get().report(error)
      }
    },
    async removeLayer({ layerId, name }) {
      try {
        await ports.client['layers.remove']({ layerId })
        get().notify('done', `Removed the layer ${name}; undo brings it back.`)
      } catch (error) {
        get().report(error)
      }
    },
  }
}
