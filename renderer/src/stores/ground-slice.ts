import { DEFAULT_GROUND, type GroundLook } from '../map/ground-look.ts'
import type { SliceTools } from './app-state.ts'

export interface GroundSlice {
  /** What the map shows of the ground. */
  readonly ground: GroundLook
  /** Whether the box that takes coordinates and place names is open. */
  readonly isJumpOpen: boolean
  setGround(change: Partial<GroundLook>): void
  setJumpOpen(isJumpOpen: boolean): void
  /** Puts a text on the clipboard and says so. */
  copyText(text: string): Promise<void>
}

export function groundSlice({ set, get }: SliceTools): GroundSlice {
  return {
    ground: DEFAULT_GROUND,
    isJumpOpen: false,
    setGround(change) {
      const ground = { ...get().ground, ...change }
      set({ ground })
      get().remember({ ground })
    },
    setJumpOpen: (isJumpOpen) => set({ isJumpOpen }),
    async copyText(text) {
      try {
        await navigator.clipboard.writeText(text)
        get().notify('done', `Copied ${text}.`)
      } catch {
        get().notify('error', 'The clipboard cannot be written to here; select the text and copy it by hand.')
      }
    },
  }
}
