import { drawsOfUnlinearRows, type PortfolioModel } from './portfolio-model.ts'
import { LINEAR_STRATEGIES, SiteReader } from './portfolio-sites.ts'
import type { PortfolioMoments } from './portfolio-values.ts'
import { cornerNode, cornerWeight, type StrategyForm } from './strategy-form.ts'
import { withGain } from './with-gain.ts'

/** A single use, or none where none pays. */
export const SINGLE_VERDICTS = [...LINEAR_STRATEGIES, 'none'] as const

export type SingleVerdict = (typeof SINGLE_VERDICTS)[number]

/** Which single use each site would be put to, by row. A mix of uses over time stands for none of them here. */
export interface Winners {
  readonly draws: number
  /** Share of the draws in which a use is the best allowed one and pays; those of a site add to 1. */
  readonly share: Readonly<Record<SingleVerdict, Float64Array>>
  /** Position in SINGLE_VERDICTS of the allowed use that is worth most on average, none where that is nothing. */
  readonly bestByMean: Uint8Array
}

/** More would tell a share no better than anybody can use. */
const MOST_DRAWS = 1_000

const NONE = LINEAR_STRATEGIES.length
/** Pairs of a site and a draw in a step of some milliseconds. */
const PAIRS_PER_STEP = 400_000

/**
 * In how many of the first `draws`, MOST_DRAWS at most, each single use is the choice: the best one that the gates allow, if it pays even when
 * it is counted that the power may not come. The choice is made knowing the market but neither whether the power comes
 * nor whether the tenant stays, as in the site-by-site simulation. Yields the share of sites done.
 */
export function* winnerShares(
  model: PortfolioModel,
  moments: PortfolioMoments,
  draws: number = MOST_DRAWS,
): Generator<number, Winners, void> {
  const { sites, forms, leaseDecided, assumptions } = model
  const { count } = sites
  const taken = Math.min(draws, MOST_DRAWS, model.draws.length)
  const column = () => new Float64Array(count)
  const share = { mine: column(), lease: column(), cloud: column(), colo: column(), none: column() }
  const bestByMean = new Uint8Array(count)
  const decided = { ...forms, lease: leaseDecided }
  const values = LINEAR_STRATEGIES.map(() => new Float64Array(taken))
  const wins = new Uint32Array(SINGLE_VERDICTS.length)
  const reader = new SiteReader(sites.columns, sites.terms)
  const unlinear = new Set(LINEAR_STRATEGIES.flatMap((strategy) => model.unlinear[strategy]))
  const few = drawsOfUnlinearRows(model)
  const rowsPerStep = Math.max(1, Math.floor(PAIRS_PER_STEP / Math.max(1, taken)))
  for (let row = 0; row < count; row += 1) {
    const allowed = LINEAR_STRATEGIES.map((strategy) =>
      strategy === 'mine' ? sites.isMineBlocked[row] === 0 : sites.isAiBlocked[row] === 0,
    )
    const isDrawn = unlinear.has(row)
    const own = isDrawn ? Math.min(taken, few.length) : taken
    if (isDrawn) {
      reader.read(row)
      for (let draw = 0; draw < own; draw += 1) {
        const value = reader.valueUnder(few[draw]!)
        for (const [index, strategy] of LINEAR_STRATEGIES.entries()) values[index]![draw] = value[strategy]
      }
    } else {
      for (const [index, strategy] of LINEAR_STRATEGIES.entries()) {
        if (!allowed[index]) continue
        const planned = sites.planned[strategy][row]!
        readValues(decided[strategy], row, planned, sites.gain[strategy][row]!, values[index]!)
      }
    }
    const completion = sites.completion[row]!
    const bar =
      completion > 0 ? ((1 - completion) / completion) * assumptions.sunkStudyUsdPerMw : Number.POSITIVE_INFINITY
    countWins(values, allowed, Math.max(0, bar), own, wins)
    for (const [index, verdict] of SINGLE_VERDICTS.entries()) share[verdict][row] = wins[index]! / own
    bestByMean[row] = bestOnAverage(moments, allowed, row)
    if (row % rowsPerStep === rowsPerStep - 1) yield row / count
  }
  return { draws: taken, share, bestByMean }
}

/** What a use of a row is worth in each draw if the power comes. */
function readValues(form: StrategyForm, row: number, planned: number, gain: number, into: Float64Array): void {
  const scale = form.scale?.[row] ?? 1
  const weight = (corner: number) => scale * cornerWeight(form, row, corner)
  const [w0, w1, w2, w3] = [weight(0), weight(1), weight(2), weight(3)]
  const { added } = cornerNode(form, row, 0)
  if (w1 === 0 && w2 === 0 && w3 === 0) {
    for (let draw = 0; draw < into.length; draw += 1) into[draw] = withGain(planned + w0 * added[draw]!, gain)
    return
  }
  const { added: added1 } = cornerNode(form, row, 1)
  const { added: added2 } = cornerNode(form, row, 2)
  const { added: added3 } = cornerNode(form, row, 3)
  for (let draw = 0; draw < into.length; draw += 1) {
    const amount = planned + w0 * added[draw]! + w1 * added1[draw]! + w2 * added2[draw]! + w3 * added3[draw]!
    into[draw] = withGain(amount, gain)
  }
}

/** One row's best so far, in each draw. */
const bests = new Uint8Array(MOST_DRAWS)
const mosts = new Float64Array(MOST_DRAWS)

/** Of equal uses the one that comes first, as in the verdict. */
function countWins(
  values: readonly Float64Array[],
  allowed: readonly boolean[],
  bar: number,
  draws: number,
  wins: Uint32Array,
): void {
  wins.fill(0)
  const best = bests.subarray(0, draws).fill(NONE)
  const most = mosts.subarray(0, draws).fill(bar)
  for (let index = 0; index < values.length; index += 1) if (allowed[index]) outdo(values[index]!, index, most, best)
  for (let draw = 0; draw < draws; draw += 1) wins[best[draw]!]! += 1
}

function outdo(value: Float64Array, index: number, most: Float64Array, best: Uint8Array): void {
  for (let draw = 0; draw < best.length; draw += 1) {
    const isBetter = value[draw]! > most[draw]!
    most[draw] = isBetter ? value[draw]! : most[draw]!
    best[draw] = isBetter ? index : best[draw]!
  }
}

function bestOnAverage(moments: PortfolioMoments, allowed: readonly boolean[], row: number): number {
  let best: number = NONE
  let most = 0
  for (const [index, strategy] of LINEAR_STRATEGIES.entries()) {
    const mean = moments[strategy].mean[row]!
    if (allowed[index] && mean > most) {
      most = mean
      best = index
    }
  }
  return best
}
