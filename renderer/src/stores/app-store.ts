import { createStore, type StoreApi } from 'zustand/vanilla'
import { annotationSlice } from './annotation-slice.ts'
import type { AppPorts, AppState, SliceTools } from './app-state.ts'
import { catalogSlice } from './catalog-slice.ts'
import { commentSlice } from './comment-slice.ts'
import { compareSlice } from './compare-slice.ts'
import { deckSlice } from './deck-slice.ts'
import { draftSlice } from './draft-slice.ts'
import { drawingSlice } from './drawing-slice.ts'
import { editSlice } from './edit-slice.ts'
import { evidenceSlice } from './evidence-slice.ts'
import { exportSlice } from './export-slice.ts'
import { groundSlice } from './ground-slice.ts'
import { historySlice } from './history-slice.ts'
import { importSlice } from './import-slice.ts'
import { jobSlice } from './job-slice.ts'
import { landSlice } from './land-slice.ts'
import { layerSlice } from './layer-slice.ts'
import { listSlice } from './list-slice.ts'
import { mappingSlice } from './mapping-slice.ts'
import { nearbySlice } from './nearby-slice.ts'
import { noticeSlice, sentenceOf } from './notice-slice.ts'
import { plantSlice } from './plant-slice.ts'
import { priceSlice } from './price-slice.ts'
import { queueSlice } from './queue-slice.ts'
import { rulerSlice } from './ruler-slice.ts'
import { scenarioSlice } from './scenario-slice.ts'
import { selectionSlice } from './selection-slice.ts'
import { settingsSlice } from './settings-slice.ts'
import { siteLookSlice } from './site-look-slice.ts'
import { snapshotSlice } from './snapshot-slice.ts'
import { tileSlice } from './tile-slice.ts'
import { uncertaintySlice } from './uncertainty-slice.ts'

export type AppStore = StoreApi<AppState>

/** The store over one host. It reads nothing before `startApp`. */
export function createAppStore(ports: AppPorts): AppStore {
  return createStore<AppState>()((set, get) => {
    const tools: SliceTools = { set, get, ports }
    return {
      info: null,
      connection: 'online',
      ...annotationSlice(tools),
      ...catalogSlice(tools),
      ...commentSlice(tools),
      ...scenarioSlice(tools),
      ...deckSlice(tools),
      ...compareSlice(tools),
      ...plantSlice(tools),
      ...priceSlice(tools),
      ...queueSlice(tools),
      ...rulerSlice(tools),
      ...selectionSlice(tools),
      ...draftSlice(tools),
      ...drawingSlice(tools),
      ...editSlice(tools),
      ...evidenceSlice(tools),
      ...listSlice(tools),
      ...jobSlice(tools),
      ...exportSlice(tools),
      ...groundSlice(tools),
      ...layerSlice(tools),
      ...importSlice(tools),
      ...mappingSlice(tools),
      ...historySlice(tools),
      ...landSlice(tools),
      ...nearbySlice(tools),
      ...noticeSlice(tools),
      ...settingsSlice(tools),
      ...siteLookSlice(tools),
      ...tileSlice(tools),
      ...snapshotSlice(tools),
      ...uncertaintySlice(tools),
    }
  })
}

/** Listens to the host and reads settings and catalog; returns the function that stops listening. */
export function startApp(store: AppStore, ports: AppPorts): () => void {
  const { getState: get, setState: set } = store
  const endEvents = ports.onEvent((event) => {
    if (event.type === 'job') get().noteJob(event.job)
    if (event.type === 'catalog') {
      set({ history: event.history })
      const may = (...kinds: readonly string[]) =>
        event.changed === undefined || event.changed.some((kind) => kinds.includes(kind))
      if (may('site', 'note')) void get().refresh(event.revision)
      if (may('deck')) void get().refreshDecks()
      if (may('ruler')) void get().refreshRulers()
      if (may('layer')) void get().refreshLayers()
      if (may('annotation', 'annotationGroup')) void get().refreshAnnotations()
      if (may('annotation', 'commentThread', 'comment')) void get().refreshComments()
      void get().refreshDetail()
    }
  })
  const endState = ports.onState((connection) => {
    if (connection === get().connection) return
    set({ connection })
    if (connection !== 'online') return
    void get().catchUpJobs()
    void get().refresh()
    void get().refreshDecks()
    void get().refreshRulers()
    void get().refreshLayers()
    void get().refreshAnnotations()
    void get().refreshComments()
    void get().refreshDetail()
  })
  void readFirst(store, ports)
  return () => {
    endEvents()
    endState()
  }
}

async function readFirst(store: AppStore, ports: AppPorts): Promise<void> {
  const { getState: get, setState: set } = store
  try {
    await get().readSettings()
  } catch (error) {
    get().report(error)
  }
  await Promise.all([get().refreshRulers(), get().refreshDecks(), get().refreshLayers()])
  void get().refreshTiles()
  void get().refreshAnnotations()
  void get().refreshComments()
  await get().refresh()
  if (get().loadError !== null) return
  try {
    const [info, history] = await Promise.all([ports.client['app.info']({}), ports.client['history.state']({})])
    set({ info, history })
  } catch (error) {
    set({ loadError: get().columns === null ? sentenceOf(error) : null })
  }
  const { selectedId, rowOf } = get()
  // The site of the last time may be gone from the catalog since.
  if (selectedId !== null && !rowOf.has(selectedId)) get().selectSite(null, 'list')
}
