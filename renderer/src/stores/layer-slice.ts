import type { Layer } from '../../../shared/contract/layers.ts'
import type { SliceTools } from './app-state.ts'

export interface LayerSlice {
  /** The imported maps of the catalog. */
  readonly layers: readonly Layer[]
  /** The Layers panel of the map, and the headings of its folded sections. */
  readonly layersPanel: { readonly isOpen: boolean; readonly folded: readonly string[] }
  openLayersPanel(isOpen: boolean): void
  foldLayersSection(title: string, isFolded: boolean): void
  refreshLayers(): Promise<void>
  removeLayer(layer: Layer): Promise<void>
}

export function layerSlice({ set, get, ports }: SliceTools): LayerSlice {
  function rememberPanel(layersPanel: LayerSlice['layersPanel']): void {
    set({ layersPanel })
    get().remember({ layersPanel: { isOpen: layersPanel.isOpen, folded: [...layersPanel.folded] } })
  }

  return {
    layers: [],
    layersPanel: { isOpen: false, folded: [] },
    openLayersPanel(isOpen) {
      rememberPanel({ ...get().layersPanel, isOpen })
    },
    foldLayersSection(title, isFolded) {
      const { isOpen, folded } = get().layersPanel
      const others = folded.filter((each) => each !== title)
      rememberPanel({ isOpen, folded: isFolded ? [...others, title] : others })
    },
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
