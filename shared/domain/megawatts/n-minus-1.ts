import { formatMw, formatNumber } from '../../format/format-quantity.ts'

/** What brings power to a site; NaN where it is not on file. */
export interface SubstationSupply {
  readonly feeds: number
  /** What one feed carries. */
  readonly feedMw: number
  readonly transformers: number
  /** Rating of one transformer. */
  readonly transformerMva: number
}

/** Megawatts with one feed or one transformer out. */
export interface NMinus1 {
  /** Infinity where nothing on file limits them. */
  readonly mostMw: number
  /** True where feeds and transformers are both on file, or where what is on file leaves nothing. */
  readonly isKnown: boolean
}

/** Real over apparent power of a computing load. Assumption. */
const POWER_FACTOR = 0.95

/** The lower of what the other feeds carry and what the other transformers carry. */
export function nMinus1(supply: SubstationSupply): NMinus1 {
  const feedsMw = withOneOut(supply.feeds, supply.feedMw)
  const transformersMw = withOneOut(supply.transformers, POWER_FACTOR * supply.transformerMva)
  const mostMw = Math.min(...[feedsMw, transformersMw].map((mw) => (Number.isNaN(mw) ? Number.POSITIVE_INFINITY : mw)))
  return { mostMw, isKnown: mostMw === 0 || !(Number.isNaN(feedsMw) || Number.isNaN(transformersMw)) }
}

export function nMinus1Text(supply: SubstationSupply): string {
  const { feeds, feedMw, transformers, transformerMva } = supply
  if (feeds <= 1) return 'One feed: nothing is left when it is out'
  if (transformers <= 1) return 'One transformer: nothing is left when it is out'
  const feedsMw = withOneOut(feeds, feedMw)
  const transformersMw = withOneOut(transformers, POWER_FACTOR * transformerMva)
  const parts = [
    Number.isNaN(feedsMw)
      ? ''
      : `${formatNumber(feeds)} feeds of ${formatMw(feedMw)}: ${formatMw(feedsMw)} with one out`,
    Number.isNaN(transformersMw)
      ? ''
      : `${formatNumber(transformers)} transformers of ${formatNumber(transformerMva)} MVA: ${formatMw(transformersMw)} with one out`,
  ].filter((part) => part !== '')
  const missing = [Number.isNaN(feedsMw) ? 'feeds' : '', Number.isNaN(transformersMw) ? 'transformers' : ''].filter(
    (part) => part !== '',
  )
  if (missing.length === 0) return parts.join('; ')
  const ask = `Not known: ${missing.join(' and ')} are not on file; ask for the one-line diagram`
  return parts.length === 0 ? ask : `${parts.join('; ')}. ${ask}`
}

/** NaN where the rest cannot be told; 0 where there is no other, whatever it carries. */
function withOneOut(count: number, eachMw: number): number {
  return count <= 1 ? 0 : (count - 1) * eachMw
}
