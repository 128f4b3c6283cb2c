import type { EvidenceRung } from '../../../shared/domain/site/evidence-rung.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SliceTools } from './app-state.ts'

/** What a user has typed into the form of one field and not saved yet. */
export interface FieldDraft {
  readonly value: string
  readonly source: string
  readonly asOf: string
  readonly rung: EvidenceRung
}

export interface DraftSlice {
  /** By `siteId field`; kept while the user looks elsewhere, so that no typing is lost. */
  readonly fieldDrafts: Readonly<Record<string, FieldDraft>>
  /** By `siteId`, or `siteId noteId` for a note that is being rewritten. */
  readonly noteDrafts: Readonly<Record<string, string>>
  setFieldDraft(siteId: string, field: SiteFieldKey, draft: FieldDraft | null): void
  setNoteDraft(key: string, text: string | null): void
}

export function fieldDraftKey(siteId: string, field: SiteFieldKey): string {
  return `${siteId} ${field}`
}

export function draftSlice({ set }: SliceTools): DraftSlice {
  return {
    fieldDrafts: {},
    noteDrafts: {},
    setFieldDraft: (siteId, field, draft) =>
      set((state) => ({ fieldDrafts: withEntry(state.fieldDrafts, fieldDraftKey(siteId, field), draft) })),
    setNoteDraft: (key, text) => set((state) => ({ noteDrafts: withEntry(state.noteDrafts, key, text) })),
  }
}

function withEntry<T>(record: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
  const rest = Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
  return value === null ? rest : { ...rest, [key]: value }
}
