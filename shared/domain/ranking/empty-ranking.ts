import { STRATEGIES, type Strategy } from '../site/strategies.ts'
import { GATES, type Ranking } from './ranking.ts'
import { RULER, type Ruler } from './ruler.ts'

/** A ranking that still lacks its order. */
export type UnorderedRanking = Omit<Ranking, 'order' | 'rank'>

/** Arrays of their own for every figure, all of them 0. */
export function emptyRanking(count: number, ruler: Ruler = RULER): UnorderedRanking {
  const npv = {} as Record<Strategy, Float64Array>
  for (const strategy of STRATEGIES) npv[strategy] = new Float64Array(count)
  return {
    count,
    ruler,
    score: new Float64Array(count),
    scoreAtBest: new Float64Array(count),
    verdict: new Uint8Array(count),
    npvUsdPerMw: npv,
    gates: new Uint8Array(count * GATES.length),
    mw: new Float64Array(count),
    unproven: new Uint8Array(count),
    powerPriceUsdPerMwh: new Float64Array(count),
  }
}
