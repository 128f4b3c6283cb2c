import { DEFAULT_SITE_LOOK, type SiteLook } from '../map/site-look.ts'
import type { SliceTools } from './app-state.ts'

export interface SiteLookSlice {
  /** What colour and size of the sites on the map say. */
  readonly siteLook: SiteLook
  setSiteLook(change: Partial<SiteLook>): void
}

export function siteLookSlice({ set, get }: SliceTools): SiteLookSlice {
  return {
    siteLook: DEFAULT_SITE_LOOK,
    setSiteLook(change) {
      const siteLook = { ...get().siteLook, ...change }
      set({ siteLook })
      get().remember({ siteLook })
    },
  }
}
