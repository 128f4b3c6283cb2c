import type { CatalogFacts } from './catalog-facts.ts'

/** Figures by position on their way to the rows. Nothing in them lasts: steps of a frame use them one after the other. */
export interface ScoreScratch {
  readonly score: Float64Array
  readonly scoreAtBest: Float64Array
  readonly verdict: Uint8Array
}

const cache = new WeakMap<CatalogFacts, ScoreScratch>()

/** Kept with the catalog, so that a frame need not make them. */
export function scoreScratch(facts: CatalogFacts): ScoreScratch {
  const { count } = facts
  const kept = cache.get(facts) ?? {
    score: new Float64Array(count),
    scoreAtBest: new Float64Array(count),
    verdict: new Uint8Array(count),
  }
  cache.set(facts, kept)
  return kept
}
