import { STRATEGIES } from '../site/strategies.ts'
import { LENS_STRATEGIES, type Lens } from './lens.ts'
import { GATES } from './ranking.ts'
import type { SiteValue } from './site-value.ts'

const MINE = STRATEGIES.indexOf('mine')

/** Position in STRATEGIES of the best allowed use, -1 where none is allowed. */
export function bestStrategy(value: SiteValue, isMineBlocked: boolean, isAiBlocked: boolean): number {
  let best = isMineBlocked ? -1 : MINE
  let most = isMineBlocked ? Number.NEGATIVE_INFINITY : value.mine
  if (isAiBlocked) return best
  for (let each = MINE + 1; each < STRATEGIES.length; each += 1) {
    const candidate = strategyValue(value, each)
    if (candidate > most) {
      best = each
      most = candidate
    }
  }
  return best
}

/** Value of the best allowed strategy of a lens, negative infinity where none is allowed. */
export function bestValueUnderLens(value: SiteValue, lens: Lens, isMineBlocked: boolean, isAiBlocked: boolean): number {
  let most = Number.NEGATIVE_INFINITY
  for (const strategy of LENS_STRATEGIES[lens]) {
    if (strategy === 'mine' ? isMineBlocked : isAiBlocked) continue
    if (value[strategy] > most) most = value[strategy]
  }
  return most
}

/** The value of a strategy by its position in STRATEGIES. */
export function strategyValue(value: SiteValue, strategy: number): number {
  switch (strategy) {
    case 0:
      return value.mine
    case 1:
      return value.lease
    case 2:
      return value.cloud
    case 3:
      return value.colo
    default:
      return value.hybrid
  }
}

/**
 * Chance that a number of unknown gates all pass. With all unknown it is the prior of an unsurveyed site; each gate
 * that is looked at and passes takes one equal factor away.
 */
export function convertibleChances(unsurveyedShare: number): Float64Array {
  return Float64Array.from({ length: GATES.length + 1 }, (_, unknowns) => unsurveyedShare ** (unknowns / GATES.length))
}
