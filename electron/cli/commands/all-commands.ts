import type { Command } from '../command.ts'

/** The commands by name; each is loaded when it is called, so that none waits for the others' libraries. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  import: async () => (await import('./import.ts')).importFiles,
  rank: async () => (await import('./rank.ts')).rank,
  decks: async () => (await import('./decks.ts')).decks,
  mappings: async () => (await import('./mappings.ts')).mappings,
  nearby: async () => (await import('./nearby.ts')).nearby,
  plants: async () => (await import('./plants.ts')).plants,
  prices: async () => (await import('./prices.ts')).prices,
  queue: async () => (await import('./queue.ts')).queue,
  annotations: async () => (await import('./annotations.ts')).annotations,
  tiles: async () => (await import('./tiles.ts')).tiles,
  memo: async () => (await import('./memo.ts')).memo,
  export: async () => (await import('./export.ts')).exportSites,
  show: async () => (await import('./show.ts')).show,
  set: async () => (await import('./set.ts')).set,
  undo: async () => (await import('./undo.ts')).undo,
  redo: async () => (await import('./undo.ts')).redo,
  check: async () => (await import('./check.ts')).check,
  serve: async () => (await import('./serve.ts')).serve,
  calc: async () => (await import('./calc.ts')).calc,
}
