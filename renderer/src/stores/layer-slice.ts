import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import type { Layer, LayerFeatureDetail, LayerField, LayerRow } from '../../../shared/contract/layers.ts'
import { contentKey } from '../../../shared/map/layers/content-key.ts'
import type { LayerLook } from '../../../shared/map/layers/layer-look.ts'
import { isRecordLayer } from '../../../shared/map/layers/record-layers.ts'
import type { ShapesRequest } from '../layers/shape-loader.ts'
import type { SliceTools } from './app-state.ts'
import { sentenceOf } from './notice-slice.ts'

export type AttributeValue = string | number | boolean | null

/** The values of one attribute of a layer by feature. */
export type AttributeValues = ReadonlyMap<number, AttributeValue>

/** A feature of a reference layer, and where on the map it was chosen; null where it was chosen elsewhere. */
export interface ChosenFeature {
  readonly layerId: number
  readonly featureId: number
  readonly at: { readonly latitude: number; readonly longitude: number } | null
}

export interface LayerSlice {
  /** The reference layers of the catalog, the topmost first. */
  readonly layers: readonly Layer[]
  /** Whether this user sees a layer, by its name, where it is not as at first: imported maps are seen, records are not. */
  readonly layerShown: Readonly<Record<string, boolean>>
  /** Why a layer, by its id, could not be read, in one sentence. */
  readonly layerProblems: Readonly<Record<number, string>>
  /** Counts what was asked for again after a failure. */
  readonly layerRetries: number
  readonly layerValues: Readonly<Record<string, AttributeValues>>
  readonly chosenFeature: ChosenFeature | null
  /** The layer whose attribute table is open. */
  readonly tableLayerId: number | null
  /** The Layers panel of the map, and the headings of its folded sections. */
  readonly layersPanel: { readonly isOpen: boolean; readonly folded: readonly string[] }
  openLayersPanel(isOpen: boolean): void
  foldLayersSection(title: string, isFolded: boolean): void
  refreshLayers(): Promise<void>
  removeLayer(layer: Layer): Promise<void>
  showLayer(layer: Layer, isShown: boolean): void
  restyleLayer(layer: Layer, change: Partial<LayerLook>): Promise<void>
  /** Moves a layer to a place in the order, 0 being the top. */
  moveLayer(layer: Layer, place: number): Promise<void>
  /** Reads the values of an attribute once for as long as the layer stays what it is. */
  readLayerValues(layer: Layer, attribute: string): Promise<void>
  /** Null takes a problem back. */
  noteLayerProblem(layerId: number, problem: string | null): void
  retryLayers(): void
  chooseFeature(feature: ChosenFeature | null): void
  openLayerTable(layerId: number | null): void
  /** Shows a look without keeping it, while a slider moves. */
  previewLayer(layer: Layer, change: Partial<LayerLook>): void
  readLayerShapes(request: ShapesRequest): Promise<Uint8Array>
  readLayerFeature(layerId: number, featureId: number): Promise<LayerFeatureDetail>
  readLayerFields(layerId: number): Promise<readonly LayerField[]>
  readLayerRows(request: RowsRequest): Promise<{ total: number; rows: readonly LayerRow[] }>
  /** Where a feature stands in the attribute table. */
  findLayerRow(request: Omit<RowsRequest, 'offset' | 'limit'>, featureId: number): Promise<number | null>
}

type RowsRequest = Parameters<SwitchyardClient['layers.rows']>[0]

export function isLayerShown({ layerShown }: Pick<LayerSlice, 'layerShown'>, { layerId, name }: Layer): boolean {
  return layerShown[name] ?? !isRecordLayer(layerId)
}

export function valuesKey(layer: Layer, attribute: string): string {
  return `${contentKey(layer)} ${attribute}`
}

function withLook(layers: readonly Layer[], layerId: number, patch: Partial<LayerLook>): Layer[] {
  return layers.map((layer) => (layer.layerId === layerId ? { ...layer, look: { ...layer.look, ...patch } } : layer))
}

export function layerSlice({ set, get, ports }: SliceTools): LayerSlice {
  const { client } = ports
  const asked = new Set<string>()
  /** The looks that the catalog has, for a slider that is let go where it was. */
  let savedLooks = new Map<number, string>()

  function rememberPanel(layersPanel: LayerSlice['layersPanel']): void {
    set({ layersPanel })
    get().remember({ layersPanel: { isOpen: layersPanel.isOpen, folded: [...layersPanel.folded] } })
  }

  /** Shows a change at once; what the catalog then says takes its place, also where the change did not go in. */
  async function change(layers: readonly Layer[], write: () => Promise<unknown>): Promise<void> {
    set({ layers })
    try {
      await write()
    } catch (error) {
      get().report(error)
      await get().refreshLayers()
    }
  }

  return {
    layers: [],
    layerShown: {},
    layerProblems: {},
    layerRetries: 0,
    layerValues: {},
    chosenFeature: null,
    tableLayerId: null,
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
        const layers = await client['layers.list']({})
        savedLooks = new Map(layers.map(({ layerId, look }) => [layerId, JSON.stringify(look)]))
        const isThere = (layerId: number | null | undefined) => layers.some((layer) => layer.layerId === layerId)
        set((state) => ({
          layers,
          tableLayerId: isThere(state.tableLayerId) ? state.tableLayerId : null,
          chosenFeature: isThere(state.chosenFeature?.layerId) ? state.chosenFeature : null,
        }))
      } catch (error) {
        get().report(error)
      }
    },
    async removeLayer({ layerId, name }) {
      try {
        await client['layers.remove']({ layerId })
        get().notify('done', `Removed the layer ${name}; undo brings it back.`)
      } catch (error) {
        get().report(error)
      }
    },
    showLayer({ name }, isShown) {
      const layerShown = { ...get().layerShown, [name]: isShown }
      set({ layerShown })
      get().remember({ layerShown })
    },
    async restyleLayer({ layerId }, patch) {
      const layers = withLook(get().layers, layerId, patch)
      const look = layers.find((layer) => layer.layerId === layerId)?.look
      if (!look) return
      const isSaved = savedLooks.get(layerId) === JSON.stringify(look)
      if (isSaved) set({ layers })
      else await change(layers, () => client['layers.restyle']({ layerId, look }))
    },
    async moveLayer({ layerId }, place) {
      const layers = [...get().layers]
      const from = layers.findIndex((layer) => layer.layerId === layerId)
      const to = Math.max(0, Math.min(layers.length - 1, place))
      if (from < 0 || from === to) return
      layers.splice(to, 0, ...layers.splice(from, 1))
      await change(layers, () => client['layers.reorder']({ layerIds: layers.map((layer) => layer.layerId) }))
    },
    async readLayerValues(layer, attribute) {
      const key = valuesKey(layer, attribute)
      if (asked.has(key)) return
      asked.add(key)
      try {
        const { ids, values } = await client['layers.values']({ layerId: layer.layerId, attribute })
        const found = new Map(ids.map((id, at) => [id, values[at] ?? null]))
        set((state) => ({ layerValues: { ...state.layerValues, [key]: found } }))
      } catch (error) {
        asked.delete(key)
        get().noteLayerProblem(layer.layerId, sentenceOf(error))
      }
    },
    noteLayerProblem(layerId, problem) {
      const { [layerId]: known, ...others } = get().layerProblems
      if ((known ?? null) === problem) return
      set({ layerProblems: problem === null ? others : { ...others, [layerId]: problem } })
    },
    retryLayers() {
      set((state) => ({ layerRetries: state.layerRetries + 1, layerProblems: {} }))
    },
    chooseFeature(chosenFeature) {
      set({ chosenFeature })
    },
    openLayerTable(tableLayerId) {
      set({ tableLayerId })
    },
    previewLayer({ layerId }, patch) {
      set((state) => ({ layers: withLook(state.layers, layerId, patch) }))
    },
    readLayerShapes: (request) => client['layers.shapes'](request),
    readLayerFeature: (layerId, featureId) => client['layers.feature']({ layerId, featureId }),
    readLayerFields: (layerId) => client['layers.fields']({ layerId }),
    readLayerRows: (request) => client['layers.rows'](request),
    async findLayerRow(request, featureId) {
      const { index } = await client['layers.rowOf']({ ...request, featureId })
      return index
    },
  }
}
