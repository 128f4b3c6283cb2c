import type { RandomSource, RandomStreams } from '../statistics/random-streams.ts'
import { rankDraw } from './rank-draw.ts'
import type { SmaaInput } from './smaa.ts'
import type { SmaaResult } from './smaa-result.ts'
import { weightSampler } from './weight-sampler.ts'

/** Draws of the values that a confidence factor is a share of: its standard error stays below 0.016. */
const CONFIDENCE_DRAWS = 1_000

/** Rank acceptability and central weights by drawing weights, and values where they are uncertain. */
export function drawSmaa(input: SmaaInput, draws: number, streams: RandomStreams): SmaaResult {
  const sites = input.low.length
  const criteria = input.space.length
  const drawWeights = weightSampler(input.space, streams('weights'))
  const values = valueSampler(input, streams, 'values')
  const weights = new Float64Array(criteria)
  const scores = new Float64Array(sites)
  const moments = new Float64Array(sites * criteria)
  const tally = Array.from({ length: sites }, () => new Float64Array(sites))
  const rank = rankDraw(sites)
  for (let draw = 0; draw < draws; draw += 1) {
    drawWeights(weights)
    values.draw()
    score(values.current, weights, scores)
    const ranks = rank(scores)
    for (let site = 0; site < sites; site += 1) {
      const place = (ranks[site] ?? 1) - 1
      const row = tally[site]
      if (row !== undefined) row[place] = (row[place] ?? 0) + 1
      if (place === 0) addTo(moments, site * criteria, weights)
    }
  }
  const centralWeights = tally.map((row, site) => {
    const first = row[0] ?? 0
    if (first === 0) return null
    return moments.slice(site * criteria, (site + 1) * criteria).map((sum) => sum / first)
  })
  return {
    rankAcceptability: tally.map((row) => row.map((count) => count / draws)),
    centralWeights,
    // The weights that put a site first are convex: with certain values their middle does so too.
    confidenceFactors: values.isCertain
      ? centralWeights.map((weight) => (weight === null ? null : 1))
      : confidence(input, centralWeights, streams),
    draws,
  }
}

function confidence(
  input: SmaaInput,
  centralWeights: readonly (Float64Array | null)[],
  streams: RandomStreams,
): readonly (number | null)[] {
  const values = valueSampler(input, streams, 'confidence')
  const scores = new Float64Array(input.low.length)
  const firsts = centralWeights.map(() => 0)
  for (let draw = 0; draw < CONFIDENCE_DRAWS; draw += 1) {
    values.draw()
    for (const [site, weights] of centralWeights.entries()) {
      if (weights === null) continue
      score(values.current, weights, scores)
      const own = scores[site] ?? 0
      if (scores.every((other) => other <= own)) firsts[site] = (firsts[site] ?? 0) + 1
    }
  }
  return centralWeights.map((weights, site) => (weights === null ? null : (firsts[site] ?? 0) / CONFIDENCE_DRAWS))
}

interface ValueSampler {
  /** Values by site, then criterion. */
  readonly current: Float64Array
  readonly isCertain: boolean
  draw(): void
}

/** Uncertain values are evenly spread over their range; each site draws from a stream of its own. */
function valueSampler(input: SmaaInput, streams: RandomStreams, purpose: string): ValueSampler {
  const criteria = input.space.length
  const low = Float64Array.from(input.low.flat())
  const current = low.slice()
  const uncertain: { readonly at: number; readonly spread: number; readonly random: RandomSource }[] = []
  for (const [site, highs] of input.high.entries()) {
    const random = streams(`${purpose} of ${input.siteIds[site]}`)
    for (const [index, high] of highs.entries()) {
      const at = site * criteria + index
      const spread = high - (low[at] ?? 0)
      if (spread > 0) uncertain.push({ at, spread, random })
    }
  }
  return {
    current,
    isCertain: uncertain.length === 0,
    draw() {
      for (const { at, spread, random } of uncertain) current[at] = (low[at] ?? 0) + spread * random()
    },
  }
}

function score(values: Float64Array, weights: Float64Array, into: Float64Array): void {
  const criteria = weights.length
  for (let site = 0, at = 0; site < into.length; site += 1) {
    let sum = 0
    for (let index = 0; index < criteria; index += 1, at += 1) sum += (values[at] ?? 0) * (weights[index] ?? 0)
    into[site] = sum
  }
}

function addTo(sums: Float64Array, from: number, weights: Float64Array): void {
  for (let index = 0; index < weights.length; index += 1) {
    sums[from + index] = (sums[from + index] ?? 0) + (weights[index] ?? 0)
  }
}
