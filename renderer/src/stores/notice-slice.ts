import { AppError } from '../../../shared/contract/errors.ts'
import type { SliceTools } from './app-state.ts'

export interface Notice {
  readonly id: number
  readonly kind: 'error' | 'done'
  readonly text: string
}

export interface NoticeSlice {
  readonly notices: readonly Notice[]
  notify(kind: Notice['kind'], text: string): void
  /** Shows an error until the user closes it; a cancelled action is no error. */
  report(error: unknown): void
  dismiss(id: number): void
}

const MOST_NOTICES = 4

let lastId = 0

export function noticeSlice({ set, get }: SliceTools): NoticeSlice {
  return {
    notices: [],
    notify(kind, text) {
      lastId += 1
      const notice = { id: lastId, kind, text }
      set((state) => ({
        notices: [...state.notices.filter((each) => each.text !== text), notice].slice(-MOST_NOTICES),
      }))
    },
    report(error) {
      if (error instanceof AppError && error.code === 'cancelled') return
      get().notify('error', sentenceOf(error))
    },
    dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  }
}

/** What a user reads of an error: the host's own sentence, or one that says what to do about any other. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  console.warn(error)
  return 'Something went wrong inside Switchyard; try again, and restart it if that does not help.'
}
