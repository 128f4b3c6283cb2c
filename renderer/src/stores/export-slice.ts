import type { SliceTools } from './app-state.ts'

export interface ExportSlice {
  readonly isExportOpen: boolean
  setExportOpen(isExportOpen: boolean): void
}

export function exportSlice({ set }: SliceTools): ExportSlice {
  return { isExportOpen: false, setExportOpen: (isExportOpen) => set({ isExportOpen }) }
}
