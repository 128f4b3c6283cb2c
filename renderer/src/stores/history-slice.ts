import type { HistoryState } from '../../../shared/contract/history.ts'
import type { SliceTools } from './app-state.ts'

export interface HistorySlice {
  readonly history: HistoryState
  undo(): Promise<void>
  redo(): Promise<void>
  refreshHistory(): Promise<void>
}

export function historySlice({ set, get, ports }: SliceTools): HistorySlice {
  async function step(method: 'history.undo' | 'history.redo', verb: string): Promise<void> {
    try {
      const { label, skipped } = await ports.client[method]({})
      if (label !== null) get().notify('done', `${verb}: ${label}`)
      if (skipped > 0) {
        const cells = skipped === 1 ? 'One value was' : `${skipped} values were`
        get().notify('error', `${cells} left as found, because somebody changed them since.`)
      }
      await Promise.all([get().refresh(), get().refreshDetail(), get().refreshHistory()])
    } catch (error) {
      get().report(error)
    }
  }
  return {
    history: { undoLabel: null, redoLabel: null },
    undo: () => step('history.undo', 'Undone'),
    redo: () => step('history.redo', 'Redone'),
    async refreshHistory() {
      set({ history: await ports.client['history.state']({}) })
    },
  }
}
