import type { Assumptions } from '../../scenario/assumption-defs.ts'
import { POWER_STAGES } from '../../time-to-power/power-stage.ts'
import { waitForPower } from '../../time-to-power/wait-for-power.ts'
import type { AreaWaits } from './catalog-facts.ts'
import { SameNumbers } from './same-numbers.ts'

/** Of every wait of an area: expected years to power, what is left to build then, and the discounts to the first revenue. */
export interface AreaWaitTerms {
  readonly powerYears: Float64Array
  readonly tailYears: Float64Array
  readonly leaseDiscount: Float64Array
  readonly gpuDiscount: Float64Array
}

const cache = new WeakMap<AreaWaits, { readonly inputs: SameNumbers; terms: AreaWaitTerms }>()

/** Worked out again only when an assumption about time or interest has changed: each takes two integrals. */
export function areaWaitTerms(waits: AreaWaits, a: Assumptions): AreaWaitTerms {
  const kept = cache.get(waits) ?? { inputs: new SameNumbers(), terms: emptyTerms(waits.stages.length) }
  cache.set(waits, kept)
  const { aiBuildYearsNew, buildOverlapYears, leaseDiscountRate, gpuDiscountRate } = a
  const inputs = Float64Array.of(
    a.timeToPowerFactor,
    a.delayShape,
    a.delaySigma,
    leaseDiscountRate,
    gpuDiscountRate,
    aiBuildYearsNew,
    buildOverlapYears,
  )
  const { terms } = kept
  if (kept.inputs.check([inputs])) return terms
  for (let index = 0; index < terms.powerYears.length; index += 1) {
    const stage = POWER_STAGES[waits.stages[index]!] ?? 'inquiry'
    const wait = waitForPower(a, waits.medianYears[index]!, stage)
    const tailYears = Math.max(0, aiBuildYearsNew - Math.min(buildOverlapYears, wait.meanYears))
    terms.powerYears[index] = wait.meanYears
    terms.tailYears[index] = tailYears
    terms.leaseDiscount[index] = wait.leaseDiscount * Math.exp(-leaseDiscountRate * tailYears)
    terms.gpuDiscount[index] = wait.gpuDiscount * Math.exp(-gpuDiscountRate * tailYears)
  }
  return terms
}

function emptyTerms(count: number): AreaWaitTerms {
  return {
    powerYears: new Float64Array(count),
    tailYears: new Float64Array(count),
    leaseDiscount: new Float64Array(count),
    gpuDiscount: new Float64Array(count),
  }
}
