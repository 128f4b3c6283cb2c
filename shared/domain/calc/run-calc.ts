import type { CalcFormula, CalcValue } from './calc-formula.ts'
import { checkInputs } from './calc-inputs.ts'
import { hostedGpuBreakeven, indifferenceBtc, leaseLevelised, leaseYear1Rent } from './conversion-formulas.ts'
import {
  ahpWeights,
  breakEven,
  outrankingFlows,
  rankAcceptability,
  topsisCloseness,
  weightedSumScores,
} from './mcda-formulas.ts'
import { blockSubsidy, breakevenPower, curtailment, hashprice, miningPv, networkHashrate } from './mining-formulas.ts'
import {
  capacityPrice,
  exchangeOption,
  lognormalDiscount,
  rankCorrelation,
  threshold,
  triangularDiscount,
} from './other-formulas.ts'
import { minimumTake, powerPriceBuildUp } from './power-formulas.ts'

/** The formulas that can be run by name. Units are part of the names of inputs and outputs. */
export const CALC_FORMULAS: Readonly<Record<string, CalcFormula>> = {
  hashprice,
  block_subsidy: blockSubsidy,
  network_hashrate: networkHashrate,
  breakeven_power: breakevenPower,
  curtailment_option: curtailment,
  mining_pv: miningPv,
  lease_year1_rent: leaseYear1Rent,
  lease_levelised: leaseLevelised,
  hosted_gpu_breakeven: hostedGpuBreakeven,
  capacity_price: capacityPrice,
  power_price_build_up: powerPriceBuildUp,
  minimum_take: minimumTake,
  discount_triangular: triangularDiscount,
  discount_lognormal: lognormalDiscount,
  margrabe: exchangeOption,
  conversion_threshold: threshold,
  indifference_btc: indifferenceBtc,
  kendall_tau: rankCorrelation,
  weighted_sum: weightedSumScores,
  topsis: topsisCloseness,
  promethee2: outrankingFlows,
  smaa: rankAcceptability,
  ahp: ahpWeights,
  break_even_weight: breakEven,
}

export type CalcResult =
  | { readonly ok: true; readonly outputs: Record<string, CalcValue> }
  | { readonly ok: false; readonly error: string }

/** Runs a formula by name. Every number that comes out is finite; anything else is an error in one sentence. */
export function runCalc(formula: string, inputs: unknown): CalcResult {
  const known = Object.hasOwn(CALC_FORMULAS, formula) ? CALC_FORMULAS[formula] : undefined
  if (!known) {
    return {
      ok: false,
      error: `There is no formula "${formula.slice(0, 60)}"; known ones are ${Object.keys(CALC_FORMULAS).join(', ')}.`,
    }
  }
  const checked = checkInputs(known.inputs, inputs)
  if (!checked.ok) return checked
  const answer = known.run(checked.inputs)
  if (typeof answer === 'string') return { ok: false, error: answer }
  for (const [name, value] of Object.entries(answer)) {
    if (!isWhollyFinite(value)) {
      return { ok: false, error: `The output ${name} of ${formula} has no finite value for these inputs.` }
    }
  }
  return { ok: true, outputs: { ...answer } }
}

function isWhollyFinite(value: CalcValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return value === null || Object.values(value).every(isWhollyFinite)
}
