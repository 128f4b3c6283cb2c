import type { TileSource } from '../../../shared/contract/tiles.ts'

/** The credits of the tiles that are shown, each once. */
export function tileCredits(sources: readonly TileSource[]): string[] {
  const shown = sources.filter(({ visible, state }) => visible && (state === 'ready' || state === 'replaced'))
  return [...new Set(shown.map(({ attribution }) => attribution).filter((credit) => credit !== ''))]
}
