import { EMPTY_FILTERS, type SiteFilters, visibleMask } from '../list/filter-rows.ts'
import { type SortKey, type SortOrder, sortedRows } from '../list/sort-rows.ts'
import type { SliceTools } from './app-state.ts'

export interface ListSlice {
  readonly filters: SiteFilters
  readonly searchText: string
  /** Ids that the catalog's full text search found for `searchText`; null until it answered. */
  readonly foundIds: ReadonlySet<string> | null
  readonly sort: SortOrder
  /** 1 where a row passes search and filters; null where nothing is filtered. */
  readonly visible: Uint8Array | null
  /** The rows that the list shows, in its order. */
  readonly listRows: Uint32Array
  search(text: string): void
  setFilters(filters: SiteFilters): void
  clearFilters(): void
  sortBy(key: SortKey): void
  applyFilters(): void
}

const SEARCH_PAUSE_MS = 60

export function listSlice({ set, get, ports }: SliceTools): ListSlice {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function searchCatalog(text: string): Promise<void> {
    try {
      const ids = await ports.client['sites.search']({ text, limit: 5_000 })
      if (get().searchText.trim() !== text) return
      set({ foundIds: new Set(ids) })
      get().applyFilters()
    } catch (error) {
      get().report(error)
    }
  }

  return {
    filters: EMPTY_FILTERS,
    searchText: '',
    foundIds: null,
    sort: { key: 'rank', descending: false },
    visible: null,
    listRows: new Uint32Array(),
    search(searchText) {
      set({ searchText, foundIds: null })
      get().applyFilters()
      clearTimeout(timer)
      const text = searchText.trim().slice(0, 200)
      if (text !== '') timer = setTimeout(() => void searchCatalog(text), SEARCH_PAUSE_MS)
    },
    setFilters(filters) {
      set({ filters })
      get().remember({ filters: { ...filters } as never })
      get().applyFilters()
    },
    clearFilters() {
      set({ searchText: '', foundIds: null })
      get().setFilters(EMPTY_FILTERS)
    },
    sortBy(key) {
      const { sort } = get()
      const descending = sort.key === key ? !sort.descending : key === 'mw' || key === 'value'
      set({ sort: { key, descending } })
      get().remember({ sort: { key, descending } })
      get().applyFilters()
    },
    applyFilters() {
      const { columns, ranking, filters, searchText, foundIds, sort } = get()
      if (columns === null || ranking === null || ranking.count !== columns.count) return
      const visible = visibleMask(columns, ranking, filters, searchText, foundIds)
      set({ visible, listRows: sortedRows(columns, ranking, visible, sort) })
    },
  }
}
