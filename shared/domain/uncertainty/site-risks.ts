import { medianYearsToPower, type SiteFacts } from '../ranking/site-facts.ts'
import type { Assumptions } from '../scenario/assumption-defs.ts'
import { normalCdf } from '../statistics/normal-cdf.ts'
import { normalQuantile } from '../statistics/normal-quantile.ts'
import { completionProbability } from '../time-to-power/completion-probability.ts'
import { GRID_REGIONS } from '../time-to-power/grid-region.ts'
import { POWER_STAGES } from '../time-to-power/power-stage.ts'
import { remainingMedianYears } from '../time-to-power/wait-for-power.ts'
import { keptOfFirstLease } from './kept-of-first-lease.ts'
import { meanOne } from './market-draws.ts'

/** Independent normals that one draw of a site takes, and those that follow them where its tenant may default. */
export const SITE_NORMALS = 4
export const TENANT_NORMALS = 2

/** Delay rises with the cost of upgrades. Assumption. */
export const COST_DELAY_CORRELATION = 0.5

/**
 * Dear upgrades end in withdrawal: LBNL's medians in PJM of 30 $/kW for completed and 156 for withdrawn projects, with
 * log standard deviations near 1.5 and one in five completed, come to a biserial correlation of 0.56.
 */
export const COST_COMPLETION_CORRELATION = -0.5

/** Log standard deviation of upgrade costs in PJM by stage; a scenario's figure is the median. Source: LBNL 2023. */
const UPGRADE_SD_BEFORE = 1.441
const UPGRADE_SD_AFTER = 1.435

/** What is uncertain about one site, whatever the markets do. */
export interface SiteRisks {
  readonly isPowered: boolean
  /** Probability that power comes, and the normal above which it does. */
  readonly completion: number
  readonly completesAbove: number
  /** The delay is `certainYears` plus a lognormal time. */
  readonly certainYears: number
  readonly medianYears: number
  readonly delaySd: number
  /** Log standard deviation of the power price, 0 where the site has a quote. */
  readonly powerPriceSd: number
  /** Normal below which the tenant of a lease defaults; each site's tenant does so by itself. */
  readonly defaultsBelow: number
  /** Share of a first lease that a default costs on average. */
  readonly defaultLoss: number
}

/** One draw of a site. */
export interface SiteDraw {
  completes: boolean
  delayYears: number
  upgradeFactorBefore: number
  upgradeFactorAfter: number
  powerPriceFactor: number
  /** Share of the first lease's income that its tenant pays, by present value. */
  leaseKept: number
}

export function siteRisks(facts: SiteFacts, a: Assumptions): SiteRisks {
  const stage = POWER_STAGES[facts.stage] ?? 'inquiry'
  const region = GRID_REGIONS[facts.region]
  if (region === undefined) throw new Error('A site lies in no grid region.')
  const completion = completionProbability(stage, region, a)
  const isPromised = !Number.isNaN(facts.promisedYears)
  return {
    isPowered: facts.isEnergized,
    completion,
    completesAbove: -normalQuantile(completion),
    certainYears: isPromised ? facts.promisedYears : 0,
    medianYears: isPromised ? a.slipMedianDays / 365.25 : remainingMedianYears(a, medianYearsToPower(facts), stage),
    delaySd: isPromised ? a.slipSigma : a.delaySigma,
    powerPriceSd: Number.isNaN(facts.quotedPowerPrice) ? a.powerPriceProxySpread : 0,
    defaultsBelow: normalQuantile(a.counterpartyDefault),
    defaultLoss: a.counterpartyLoss,
  }
}

const DELAY_REST = Math.sqrt(1 - COST_DELAY_CORRELATION ** 2)
const COMPLETION_REST = Math.sqrt(1 - COST_COMPLETION_CORRELATION ** 2)

/** Turns the site's normals, with either sign, into whether, when and at what cost its power comes, and its tenant. */
export function drawSite(risks: SiteRisks, normals: Float64Array, sign: number, into: SiteDraw): void {
  const cost = sign * (normals[0] ?? 0)
  const delay = COST_DELAY_CORRELATION * cost + DELAY_REST * sign * (normals[1] ?? 0)
  const completion = COST_COMPLETION_CORRELATION * cost + COMPLETION_REST * sign * (normals[2] ?? 0)
  into.completes = completion > risks.completesAbove
  into.delayYears = risks.isPowered ? 0 : risks.certainYears + risks.medianYears * Math.exp(risks.delaySd * delay)
  into.upgradeFactorBefore = Math.exp(UPGRADE_SD_BEFORE * cost)
  into.upgradeFactorAfter = Math.exp(UPGRADE_SD_AFTER * cost)
  into.powerPriceFactor = meanOne(sign * (normals[3] ?? 0), risks.powerPriceSd)
  into.leaseKept =
    sign * (normals[4] ?? 0) < risks.defaultsBelow
      ? keptOfFirstLease(risks.defaultLoss, normalCdf(sign * (normals[5] ?? 0)))
      : 1
}
