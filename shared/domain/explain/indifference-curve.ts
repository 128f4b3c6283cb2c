import { caseOf, type SiteCase } from '../ranking/site-case.ts'
import { ASSUMPTIONS, type AssumptionKey } from '../scenario/assumption-defs.ts'
import type { Strategy } from '../site/strategies.ts'
import { timesOfCase } from './times-of-case.ts'

/** An AI use against mining, with the price that its income rests on. */
export interface AiUse {
  readonly strategy: Extract<Strategy, 'lease' | 'cloud'>
  readonly priceKey: AssumptionKey
}

export const AI_USES = {
  lease: { strategy: 'lease', priceKey: 'leaseRentUsdPerKwMonth' },
  cloud: { strategy: 'cloud', priceKey: 'gpuHourUsd' },
} as const satisfies Record<string, AiUse>

export interface IndifferencePoint {
  /** Rent in $/kW-month or GPU-hour in $/h. */
  readonly aiPrice: number
  /** Above it mining is worth more: 0 where it is at any price, Infinity where it is at none. */
  readonly btcPriceUsd: number
}

export interface IndifferenceCurve {
  readonly use: AiUse
  /** Over the published range of the price, which is widened to hold the present one; ascending. */
  readonly points: readonly IndifferencePoint[]
  readonly now: IndifferencePoint
  /** Where the present AI price puts the indifference. */
  readonly indifferentBtcPriceUsd: number
  /** Prices from which mining and the AI use pay at all; 0 where they always do, Infinity where they never do. */
  readonly miningPaysFromBtcPriceUsd: number
  readonly aiPaysFrom: number
}

const POINTS = 33
const BISECTIONS = 40

/**
 * Bitcoin prices at which mining for good and an AI use of a site are worth the same, over the price of that use. Unlike
 * a comparison of one year it rests on the whole present values: delay, chance, difficulty growth and halvings are in it.
 */
export function indifferenceCurve(base: SiteCase, use: AiUse): IndifferenceCurve {
  const a = base.terms.assumptions
  const { times } = timesOfCase(a)
  const { strategy, priceKey } = use
  const valueWith = (key: AssumptionKey, price: number, of: Strategy) =>
    caseOf(base.site, { ...a, [key]: price }, times).value[of]
  const mineAt = (btcPriceUsd: number) => valueWith('btcPriceUsd', btcPriceUsd, 'mine')
  const aiAt = (price: number) => valueWith(priceKey, price, strategy)
  const indifferent = (aiValue: number) => firstAtLeast('btcPriceUsd', aiValue, mineAt)

  const now = { aiPrice: a[priceKey], btcPriceUsd: a.btcPriceUsd }
  const { low, high } = ASSUMPTIONS[priceKey]
  const from = Math.min(low, now.aiPrice)
  const to = Math.max(high, now.aiPrice)
  const points = Array.from({ length: POINTS }, (_, index) => {
    const aiPrice = from + ((to - from) * index) / (POINTS - 1)
    return { aiPrice, btcPriceUsd: indifferent(aiAt(aiPrice)) }
  })
  return {
    use,
    points,
    now,
    indifferentBtcPriceUsd: indifferent(base.value[strategy]),
    miningPaysFromBtcPriceUsd: indifferent(0),
    aiPaysFrom: firstAtLeast(priceKey, 0, aiAt),
  }
}

/** Least price within an assumption's bounds at which a value that rises with it reaches `target`. */
function firstAtLeast(key: AssumptionKey, target: number, valueAt: (price: number) => number): number {
  let below = Math.max(ASSUMPTIONS[key].min, 1e-3)
  let reached = ASSUMPTIONS[key].max
  if (valueAt(below) >= target) return 0
  if (!(valueAt(reached) >= target)) return Number.POSITIVE_INFINITY
  for (let round = 0; round < BISECTIONS; round += 1) {
    const middle = Math.sqrt(below * reached)
    if (valueAt(middle) >= target) reached = middle
    else below = middle
  }
  return reached
}
