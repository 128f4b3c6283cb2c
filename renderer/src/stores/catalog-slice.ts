import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { unpackColumns } from '../../../shared/columns/unpack-columns.ts'
import type { CatalogSummary } from '../../../shared/contract/catalog.ts'
import type { SliceTools } from './app-state.ts'
import { sentenceOf } from './notice-slice.ts'

export interface CatalogSlice {
  readonly columns: SiteColumns | null
  readonly summary: CatalogSummary | null
  readonly rowOf: ReadonlyMap<string, number>
  /** Why the catalog could not be read; null while all is well. */
  readonly loadError: string | null
  /** Reads all columns again where the catalog is newer than what is shown. */
  refresh(revision?: number): Promise<void>
}

export function catalogSlice({ set, get, ports }: SliceTools): CatalogSlice {
  let running: Promise<void> | null = null
  let wanted = 0

  async function load(): Promise<void> {
    try {
      const [packed, summary] = await Promise.all([
        ports.client['sites.columns']({}),
        ports.client['catalog.summary']({}),
      ])
      const columns = unpackColumns(packed)
      set({ columns, summary, rowOf: new Map(columns.ids.map((id, row) => [id, row])), loadError: null })
      get().rankNow({ baseline: true })
      get().applyFilters()
    } catch (error) {
      if (get().columns === null) set({ loadError: sentenceOf(error) })
      else get().report(error)
    }
  }

  return {
    columns: null,
    summary: null,
    rowOf: new Map(),
    loadError: null,
    async refresh(revision) {
      const shown = get().columns
      if (revision !== undefined && shown !== null && shown.revision >= revision) return
      wanted = Math.max(wanted, revision ?? 0)
      // A second wish while one load runs is met by one more load after it, however many wishes came.
      if (running !== null) {
        await running
        return get().refresh(revision)
      }
      running = load().finally(() => {
        running = null
      })
      await running
    },
  }
}
