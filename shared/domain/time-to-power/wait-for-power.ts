import type { Assumptions } from '../scenario/assumption-defs.ts'
import { delayShapeOf, expectedDelay } from './expected-delay.ts'
import type { PowerStage } from './power-stage.ts'
import { REMAINING_TIME_SHARE } from './remaining-time-share.ts'

/** What is left of the way to power where no date is promised. */
export interface WaitForPower {
  readonly meanYears: number
  readonly leaseDiscount: number
  readonly gpuDiscount: number
}

/** Median years that are left at a stage where the whole way from request to power has a median of `medianYears`. */
export function remainingMedianYears(a: Assumptions, medianYears: number, stage: PowerStage): number {
  return medianYears * a.timeToPowerFactor * REMAINING_TIME_SHARE[stage]
}

/** Expected years that are left and what they discount by. */
export function waitForPower(a: Assumptions, medianYears: number, stage: PowerStage): WaitForPower {
  const delay = expectedDelay(delayShapeOf(a), remainingMedianYears(a, medianYears, stage), a.delaySigma)
  return {
    meanYears: delay.meanYears,
    leaseDiscount: delay.discountAt(a.leaseDiscountRate),
    gpuDiscount: delay.discountAt(a.gpuDiscountRate),
  }
}
