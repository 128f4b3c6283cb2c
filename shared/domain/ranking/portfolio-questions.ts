import { findOutNext, type OpenQuestion } from './find-out-next.ts'
import type { SiteCase } from './site-case.ts'

/** A question about one of many sites. */
export interface PortfolioQuestion extends OpenQuestion {
  readonly siteId: string
  readonly name: string
  /** What the answer gains on average over all the site's megawatts, USD. */
  readonly gainUsd: number
}

/** The questions of several sites in one order, the most valuable answer first; those whose answer gains nothing are left out. */
export function portfolioQuestions(
  sites: readonly { readonly id: string; readonly name: string; readonly each: SiteCase }[],
): readonly PortfolioQuestion[] {
  return sites
    .flatMap(({ id, name, each }) => {
      const { mw } = each.facts
      const size = Number.isNaN(mw) ? each.terms.assumptions.assumedSiteMw : mw
      return findOutNext(each).map((question) => ({
        ...question,
        siteId: id,
        name,
        gainUsd: question.gainUsdPerMw * size,
      }))
    })
    .filter(({ gainUsd }) => gainUsd > 0)
    .sort((one, other) => other.gainUsd - one.gainUsd)
}
