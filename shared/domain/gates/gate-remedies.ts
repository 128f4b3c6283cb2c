import { formatMw, formatNumber } from '../../format/format-quantity.ts'
import { LARGE_SITE_KV, SMALL_SITE_KV, SMALL_SITE_MW } from '../ranking/gate-states.ts'
import type { Gate } from '../ranking/ranking.ts'
import type { SiteCase } from '../ranking/site-case.ts'
import { medianYearsToPower } from '../ranking/site-facts.ts'
import { remainingMedianYears } from '../time-to-power/wait-for-power.ts'
import type { GateRemedy } from './gate-remedy.ts'

/** Extra-high voltage, for which a mile of line costs more. */
const EXTRA_HIGH_KV = 345

/**
 * The cheapest way to open a gate that fails, or that might turn out to fail, at the scenario's unit costs. Where a
 * distance or a size is unknown, the scenario's assumption for it is taken and `action` says the figure.
 */
export function gateRemedy(gate: Gate, each: SiteCase): GateRemedy {
  switch (gate) {
    case 'firm_service':
      return firmService(each)
    case 'contiguous_mw':
      return moreMegawatts(each)
    case 'voltage':
      return stepUp(each)
    case 'substation_distance':
      return line(each)
    case 'fiber':
      return fiber(each)
    case 'land':
      return land(each)
    case 'flood':
      return { whyNot: 'nothing done on the parcel moves it out of a FEMA A or V zone; only another parcel would do' }
    case 'zoning':
      return rezoning(each)
    case 'water':
      return closedLoop(each)
  }
}

/** Megawatts that spread a fixed cost, as in the valuation: the site's own, at least 0.1, else the scenario's. */
export function sizedMw({ facts, terms }: SiteCase): number {
  return Number.isNaN(facts.mw) ? terms.assumptions.assumedSiteMw : Math.max(facts.mw, 0.1)
}

/** A change of service goes through the utility's study once more. */
function studyMonths({ facts, terms }: SiteCase): number {
  return 12 * remainingMedianYears(terms.assumptions, medianYearsToPower(facts), 'study')
}

function firmService(each: SiteCase): GateRemedy {
  const { upgradeUsdPerKwBeforeAgreement } = each.terms.assumptions
  const mw = sizedMw(each)
  return {
    action: `firm service for ${formatMw(mw)} with its network upgrades`,
    costUsd: 1_000 * upgradeUsdPerKwBeforeAgreement * mw,
    countedUsd: each.value.upgradeCost * mw,
    months: studyMonths(each),
  }
}

/** More megawatts can only come from a larger figure that is already on file. */
function moreMegawatts(each: SiteCase): GateRemedy {
  const { facts, site, terms } = each
  const a = terms.assumptions
  const needed = a.minimumItMw * a.grossToIt
  const onFile = Math.max(site.numbers.plannedMw[0] || 0, site.numbers.queueMw[0] || 0)
  if (!(onFile >= needed)) {
    return {
      whyNot: `no larger figure than ${formatMw(facts.mw)} is planned or queued, and ${formatMw(needed)} are needed`,
    }
  }
  const added = needed - (Number.isNaN(facts.mw) ? 0 : facts.mw)
  return {
    action: `the ${formatMw(Math.ceil(added))} more of the ${formatMw(onFile)} planned or queued`,
    costUsd: 1_000 * a.upgradeUsdPerKwBeforeAgreement * added,
    countedUsd: 0,
    months: studyMonths(each),
  }
}

/** A new substation at transmission voltage and the line to it. */
function stepUp(each: SiteCase): GateRemedy {
  const { site, terms, value } = each
  const a = terms.assumptions
  const mw = sizedMw(each)
  const kv = mw > SMALL_SITE_MW ? LARGE_SITE_KV : SMALL_SITE_KV
  const measured = site.numbers.substationDistanceMi[0] ?? Number.NaN
  const miles = Number.isNaN(measured) ? a.unknownSubstationMi : measured
  const assumed = Number.isNaN(measured) ? ' assumed' : ''
  return {
    action: `a ${kv} kV substation and ${miles === 0 ? 'no line' : `${miText(miles)}${assumed} of line`}`,
    costUsd: a.substationUsdPerMw * mw + a.lineUsdPerMile * miles,
    countedUsd: (value.substationCost + value.lineCost) * mw,
    months: Math.max(a.transformerLeadMonths, miles > 0 ? a.lineBuildMonths : 0, studyMonths(each)),
  }
}

function line(each: SiteCase): GateRemedy {
  const { facts, terms, value } = each
  const a = terms.assumptions
  const mw = sizedMw(each)
  const isExtraHigh = facts.gridVoltageKv >= EXTRA_HIGH_KV
  const miles = Number.isNaN(facts.substationMi) ? a.substationMaxMi : facts.substationMi
  return {
    action: `${miText(miles)} of ${isExtraHigh ? `${EXTRA_HIGH_KV} kV` : `${LARGE_SITE_KV} kV`} line and a substation on the site`,
    costUsd: (isExtraHigh ? a.extraHighVoltageLineUsdPerMile : a.lineUsdPerMile) * miles + a.substationUsdPerMw * mw,
    countedUsd: (value.lineCost + value.substationCost) * mw,
    months: Math.max(a.lineBuildMonths, a.transformerLeadMonths),
  }
}

function fiber(each: SiteCase): GateRemedy {
  const { facts, terms, value } = each
  const a = terms.assumptions
  const miles = Number.isNaN(facts.fiberMi) ? a.fiberMaxMi : facts.fiberMi
  return {
    action: `two diverse fiber routes of ${miText(miles)}`,
    costUsd: miles * a.fiberUsdPerMile * a.fiberRouteFactor,
    countedUsd: value.fiberCost * sizedMw(each),
    months: a.fiberBuildMonths,
  }
}

function land(each: SiteCase): GateRemedy {
  const { facts, terms } = each
  const a = terms.assumptions
  const needed = Math.max(a.landMinimumAcres, a.landAcresPerMw * sizedMw(each))
  const missing = Math.max(0, needed - (Number.isNaN(facts.landAcres) ? 0 : facts.landAcres))
  return {
    action: `${formatNumber(Math.ceil(missing))} more acres`,
    costUsd: missing * a.landUsdPerAcre,
    countedUsd: 0,
    months: a.landPurchaseMonths,
  }
}

function rezoning(each: SiteCase): GateRemedy {
  const { noiseAbatementUsdPerMw, rezoningMonths } = each.terms.assumptions
  return {
    action: 'a rezoning, with a noise wall or immersion',
    costUsd: noiseAbatementUsdPerMw * sizedMw(each),
    countedUsd: 0,
    months: rezoningMonths,
  }
}

/** Cooling that draws no water to speak of; it is ordered with the hall, and its chillers take as long as they take. */
function closedLoop(each: SiteCase): GateRemedy {
  const { closedLoopShare, chillerLeadMonths } = each.terms.assumptions
  return {
    action: 'closed-loop cooling, which draws almost no water',
    costUsd: closedLoopShare * each.value.aiCapex * sizedMw(each),
    countedUsd: 0,
    months: chillerLeadMonths,
  }
}

function miText(miles: number): string {
  return `${formatNumber(miles, miles < 10 && !Number.isInteger(miles) ? 1 : 0)} mi`
}
