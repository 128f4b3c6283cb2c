import { useEffect } from 'react'
import type { AppPorts } from '../stores/app-state.ts'
import { THEMES } from '../stores/settings-slice.ts'
import { useAppStore } from '../stores/use-app.ts'
import { focusSearch } from './focus-search.ts'

/** Carries out what is chosen in the desktop window's menu. */
export function useMenuCommands(ports: AppPorts): void {
  const store = useAppStore()
  useEffect(
    () =>
      ports.onEvent((event) => {
        if (event.type !== 'menu') return
        const state = store.getState()
        const actions: Record<typeof event.command, () => void> = {
          import: () => void state.pickImport(),
          export: () => void state.setExportOpen(true),
          memo: () => {
            if (state.selectedId !== null) void state.makeMemo(state.selectedId)
            else state.notify('error', 'A memo is about one site; choose a site first.')
          },
          undo: () => void state.undo(),
          redo: () => void state.redo(),
          search: focusSearch,
          theme: () => state.setTheme(THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length] ?? 'system'),
        }
        actions[event.command]()
      }),
    [ports, store],
  )
}
