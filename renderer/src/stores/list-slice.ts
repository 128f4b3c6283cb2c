import { EMPTY_FILTERS, type SiteFilters, visibleMask } from '../list/filter-rows.ts'
import { type SortKey, type SortOrder, sortedRows } from '../list/sort-rows.ts'
import type { SliceTools } from './app-state.ts'

/** Sites of a county or state that the list is held to. */
export interface AreaFilter {
  readonly title: string
  readonly siteIds: ReadonlySet<string>
}

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
  /** Not remembered between two starts; null for none. */
  readonly areaFilter: AreaFilter | null
  search(text: string): void
  setFilters(filters: SiteFilters): void
  filterToArea(area: AreaFilter | null): void
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
    areaFilter: null,
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
    filterToArea(areaFilter) {
      set({ areaFilter })
      get().applyFilters()
    },
    clearFilters() {
      set({ searchText: '', foundIds: null, areaFilter: null })
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
      const { columns, ranking, filters, searchText, foundIds, sort, areaFilter } = get()
      if (columns === null || ranking === null || ranking.count !== columns.count) return
      const passing = visibleMask(columns, ranking, filters, searchText, foundIds)
      const visible = areaFilter === null ? passing : withinArea(columns.ids, passing, areaFilter)
      set({ visible, listRows: sortedRows(columns, ranking, visible, sort) })
    },
  }
}

function withinArea(ids: readonly string[], passing: Uint8Array | null, { siteIds }: AreaFilter): Uint8Array {
  return Uint8Array.from(ids, (id, row) => (siteIds.has(id) && (passing === null || passing[row] === 1) ? 1 : 0))
}
