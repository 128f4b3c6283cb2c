import { AppError } from '../../../shared/contract/errors.ts'
import type { TableMapping } from '../../../shared/contract/mappings.ts'
import type { ImportItem } from '../imports/import-item.ts'
import type { SliceTools } from './app-state.ts'

export interface MappingSlice {
  /** Opens the columns of a file in the import dialog; a file without a table stays as it is, with `isSavedOnly` also one whose headings no mapping knows. */
  openMapping(key: number, options?: { isSavedOnly: boolean }): Promise<void>
  /** Reads the first rows of the file anew under other columns. */
  changeMapping(key: number, mapping: TableMapping): Promise<void>
  /** Checks the whole file as its columns now say. */
  applyMapping(key: number): Promise<void>
  /** Back to what the check of the file said. */
  closeMapping(key: number): void
  saveMappingAs(key: number, name: string): Promise<void>
}

export function mappingSlice({ set, get, ports }: SliceTools): MappingSlice {
  const itemOf = (key: number) => get().importItems.find((item) => item.key === key)
  const change = (key: number, changes: Partial<ImportItem>): void =>
    set((state) => ({
      importItems: state.importItems.map((item) => (item.key === key ? { ...item, ...changes } : item)),
    }))

  return {
    async openMapping(key, { isSavedOnly } = { isSavedOnly: false }) {
      const item = itemOf(key)
      if (!item?.file) return
      try {
        const mapping = item.mapping ?? undefined
        const proposal = await ports.client['imports.inspect']({
          grant: item.file.grant,
          ...(mapping ? { mapping } : {}),
        })
        if (proposal !== null && (proposal.saved !== null || !isSavedOnly)) change(key, { step: 'mapping', proposal })
      } catch (error) {
        // What cannot be read as a table has said so already.
        if (!(error instanceof AppError)) throw error
      }
    },
    async changeMapping(key, mapping) {
      const item = itemOf(key)
      if (!item?.file || item.proposal === null) return
      change(key, { proposal: { ...item.proposal, mapping } })
      try {
        const proposal = await ports.client['imports.inspect']({ grant: item.file.grant, mapping })
        const current = itemOf(key)?.proposal
        // A later choice is on its way to be read itself.
        if (proposal === null || current?.mapping !== mapping) return
        const columns = proposal.columns.map((column, index) => ({
          ...column,
          confidence: current.columns[index]?.confidence ?? column.confidence,
        }))
        change(key, { proposal: { ...proposal, columns } })
      } catch (error) {
        get().report(error)
      }
    },
    async applyMapping(key) {
      const mapping = itemOf(key)?.proposal?.mapping
      if (mapping) await get().checkMapped(key, mapping)
    },
    closeMapping(key) {
      const item = itemOf(key)
      if (item?.report) change(key, { step: 'review', proposal: null })
    },
    async saveMappingAs(key, name) {
      const mapping = itemOf(key)?.proposal?.mapping
      if (!mapping) return
      try {
        const { label, mappingId } = await ports.client['mappings.save']({ name, mapping })
        const proposal = itemOf(key)?.proposal
        if (proposal) change(key, { proposal: { ...proposal, saved: { mappingId, name } } })
        get().notify('done', `Done: ${label}.`)
        await get().refreshHistory()
      } catch (error) {
        get().report(error)
      }
    },
  }
}
