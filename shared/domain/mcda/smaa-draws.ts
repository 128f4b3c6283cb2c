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
  const tally = new Uint32Array(sites * sites)
  const rank = rankDraw(sites)
  for (let draw = 0; draw < draws; draw += 1) {
    drawWeights(weights)
    values.draw()
    score(values.current, weights, scores)
    const ranks = rank(scores)
    for (let site = 0; site < sites; site += 1) {
      const place = (ranks[site] ?? 1) - 1
      const at = site * sites + place
      tally[at] = (tally[at] ?? 0) + 1
      if (place === 0) addTo(moments, site * criteria, weights)
    }
  }
  const centralWeights = input.low.map((_, site) => {
    const first = tally[site * sites] ?? 0
    if (first === 0) return null
    return moments.slice(site * criteria, (site + 1) * criteria).map((sum) => sum / first)
  })
  return {
    rankAcceptability: input.low.map((_, site) =>
      Float64Array.from(tally.subarray(site * sites, (site + 1) * sites), (count) => count / draws),
    ),
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
  /** Values by criterion, then site. */
  readonly current: Float64Array
  readonly isCertain: boolean
  draw(): void
}

/** Uncertain values are evenly spread over their range; each site draws from a stream of its own. */
function valueSampler(input: SmaaInput, streams: RandomStreams, purpose: string): ValueSampler {
  const sites = input.low.length
  const low = new Float64Array(sites * input.space.length)
  for (const [site, lows] of input.low.entries()) {
    for (const [index, value] of lows.entries()) low[index * sites + site] = value
  }
  const current = low.slice()
  const uncertain: { readonly at: number; readonly spread: number; readonly random: RandomSource }[] = []
  for (const [site, highs] of input.high.entries()) {
    const random = streams(`${purpose} of ${input.siteIds[site]}`)
    for (const [index, high] of highs.entries()) {
      const at = index * sites + site
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

/** Weighted sums of all sites, three criteria at a time, which spares memory two of three passes. */
function score(values: Float64Array, weights: Float64Array, into: Float64Array): void {
  const sites = into.length
  into.fill(0)
  for (let index = 0; index < weights.length; index += 3) {
    const first = index * sites
    const second = index + 1 < weights.length ? first + sites : first
    const third = index + 2 < weights.length ? second + sites : first
    const weightFirst = weights[index] ?? 0
    const weightSecond = weights[index + 1] ?? 0
    const weightThird = weights[index + 2] ?? 0
    for (let site = 0; site < sites; site += 1) {
      into[site] =
        (into[site] ?? 0) +
        weightFirst * (values[first + site] ?? 0) +
        weightSecond * (values[second + site] ?? 0) +
        weightThird * (values[third + site] ?? 0)
    }
  }
}

function addTo(sums: Float64Array, from: number, weights: Float64Array): void {
  for (let index = 0; index < weights.length; index += 1) {
    sums[from + index] = (sums[from + index] ?? 0) + (weights[index] ?? 0)
  }
}
