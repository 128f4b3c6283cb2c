import type { Strategy } from '../site/strategies.ts'

/** How a sentence speaks of doing it. */
export const STRATEGY_NAMES: Readonly<Record<Strategy, string>> = {
  mine: 'mining',
  lease: 'leasing to an AI tenant',
  cloud: 'owning the GPUs',
  colo: 'colocation',
  hybrid: 'mining first and converting later',
}

/** How a verdict opens. */
export const VERDICT_OPENINGS: Readonly<Record<Strategy, string>> = {
  mine: 'Mine',
  lease: 'Lease to an AI tenant',
  cloud: 'Own the GPUs',
  colo: 'Colocation',
  hybrid: 'Mine, then convert',
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
