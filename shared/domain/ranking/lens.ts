import type { Strategy } from '../site/strategies.ts'

/** The questions a list of sites can be ranked by: every use of the power, mining alone, or AI alone. */
export const LENSES = ['combined', 'mining', 'ai'] as const

export type Lens = (typeof LENSES)[number]

/** The strategies of which the best counts as a site's value under a lens. */
export const LENS_STRATEGIES: Readonly<Record<Lens, readonly Strategy[]>> = {
  combined: ['mine', 'lease', 'cloud', 'colo', 'hybrid'],
  mining: ['mine'],
  ai: ['lease', 'cloud', 'colo'],
}
