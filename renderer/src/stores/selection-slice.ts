import type { SiteChange, SiteDetail } from '../../../shared/contract/sites.ts'
import type { SliceTools } from './app-state.ts'
import { sentenceOf } from './notice-slice.ts'

export interface SelectionSlice {
  readonly selectedId: string | null
  readonly hoveredRow: number | null
  /** Counts up when the map should move to the selected site: chosen in the list or the search, not on the map. */
  readonly focusToken: number
  readonly detail: SiteDetail | null
  readonly changes: readonly SiteChange[]
  readonly detailError: string | null
  selectSite(siteId: string | null, from: 'list' | 'map'): void
  hoverRow(row: number | null): void
  refreshDetail(): Promise<void>
}

export function selectionSlice({ set, get, ports }: SliceTools): SelectionSlice {
  return {
    selectedId: null,
    hoveredRow: null,
    focusToken: 0,
    detail: null,
    changes: [],
    detailError: null,
    selectSite(siteId, from) {
      if (siteId === get().selectedId) {
        if (from === 'list') set((state) => ({ focusToken: state.focusToken + 1 }))
        return
      }
      set((state) => ({
        selectedId: siteId,
        detail: null,
        changes: [],
        detailError: null,
        focusToken: state.focusToken + (from === 'list' && siteId !== null ? 1 : 0),
      }))
      get().remember({ lastSite: siteId })
      if (siteId !== null) void get().refreshDetail()
    },
    hoverRow: (hoveredRow) => {
      if (hoveredRow !== get().hoveredRow) set({ hoveredRow })
    },
    async refreshDetail() {
      const siteId = get().selectedId
      if (siteId === null) return
      try {
        const [detail, changes] = await Promise.all([
          ports.client['sites.get']({ siteId }),
          ports.client['sites.changes']({ siteId }),
        ])
        // Another site may have been opened while this one was read.
        if (get().selectedId === siteId) set({ detail, changes, detailError: null })
      } catch (error) {
        if (get().selectedId === siteId) set({ detailError: sentenceOf(error) })
      }
    },
  }
}
