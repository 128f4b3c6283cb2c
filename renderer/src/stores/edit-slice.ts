import type * as z from 'zod'
import type { sites } from '../../../shared/contract/sites.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SliceTools } from './app-state.ts'

export interface EditSlice {
  /** True when it is in the catalog; else the error is shown and the form keeps its text. */
  editField(edit: z.input<(typeof sites)['sites.edit']['input']>): Promise<boolean>
  revertField(siteId: string, field: SiteFieldKey): Promise<boolean>
  /** Without a note id, a new note. */
  writeNote(siteId: string, text: string, noteId?: string): Promise<boolean>
  removeNote(siteId: string, noteId: string): Promise<boolean>
}

export function editSlice({ get, ports }: SliceTools): EditSlice {
  async function write(change: Promise<{ revision: number }>): Promise<boolean> {
    try {
      const { revision } = await change
      await Promise.all([get().refresh(revision), get().refreshDetail(), get().refreshHistory()])
      return true
    } catch (error) {
      get().report(error)
      return false
    }
  }
  return {
    editField: (edit) => write(ports.client['sites.edit'](edit)),
    revertField: (siteId, field) => write(ports.client['sites.revert']({ siteId, field })),
    writeNote: (siteId, text, noteId) =>
      write(ports.client['notes.write']({ siteId, text, ...(noteId === undefined ? {} : { noteId }) })),
    removeNote: (siteId, noteId) => write(ports.client['notes.remove']({ siteId, noteId })),
  }
}
