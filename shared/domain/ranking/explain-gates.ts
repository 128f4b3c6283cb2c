import { categoryAt } from '../../columns/site-columns.ts'
import { formatMw, formatNumber } from '../../format/format-quantity.ts'
import { GATE_LABELS } from './gate-labels.ts'
import { LARGE_SITE_KV, SMALL_SITE_KV, SMALL_SITE_MW } from './gate-states.ts'
import { GATE_STATES, GATES, type Gate } from './ranking.ts'
import type { SiteCase } from './site-case.ts'
import type { GateExplanation } from './site-explanation.ts'

/** Every gate with its state, the site's value and the threshold. */
export function explainGates(each: SiteCase): readonly GateExplanation[] {
  return GATES.map((gate, index) => {
    const threshold = thresholdOf(gate, each)
    const state = GATE_STATES[each.gates[index] ?? 0] ?? 'unknown'
    return { gate, label: GATE_LABELS[gate], state, why: describe(gate, each), threshold }
  })
}

function thresholdOf(gate: Gate, each: SiteCase): string {
  const a = each.terms.assumptions
  switch (gate) {
    case 'firm_service':
      return 'firm, around the clock'
    case 'contiguous_mw':
      return `at least ${formatMw(a.minimumItMw * a.grossToIt)} gross (${formatNumber(a.minimumItMw)} MW critical IT)`
    case 'voltage':
      return `${SMALL_SITE_KV} kV up to ${SMALL_SITE_MW} MW, ${LARGE_SITE_KV} kV above`
    case 'substation_distance':
      return `at most ${formatNumber(a.substationMaxMi)} mi`
    case 'fiber':
      return `at most ${formatNumber(a.fiberMaxMi)} mi to long-haul fiber`
    case 'land':
      return `${formatNumber(a.landMinimumAcres)} acres and ${formatNumber(a.landAcresPerMw, 2)} acres/MW; fails below ${formatNumber(a.landAcresPerMwDensest, 2)} acres/MW`
    case 'flood':
      return 'FEMA zone X'
    case 'zoning':
      return 'industrial or unzoned'
    case 'water':
      return 'a basin that is not closed to new users'
  }
}

function describe(gate: Gate, each: SiteCase): string {
  const { facts, site } = each
  switch (gate) {
    case 'firm_service':
      return categoryAt(site, 'serviceFirmness', 0) || 'nobody has asked the utility'
    case 'contiguous_mw':
      return Number.isNaN(facts.mw) ? 'no load megawatts are known' : formatMw(facts.mw)
    case 'voltage':
      return Number.isNaN(facts.gridVoltageKv) ? 'voltage unknown' : `${formatNumber(facts.gridVoltageKv)} kV`
    case 'substation_distance':
      return substation(each)
    case 'fiber':
      return fiber(each)
    case 'land':
      return land(each)
    case 'flood':
      return Number.isNaN(facts.flood) ? 'flood zone unknown' : `zone ${categoryAt(site, 'floodZone', 0)}`
    case 'zoning':
      return zoning(each)
    case 'water':
      return Number.isNaN(facts.water) ? 'water basin unknown' : `basin ${categoryAt(site, 'waterBasin', 0)}`
  }
}

function substation({ facts, site }: SiteCase): string {
  if (Number.isNaN(facts.substationMi)) return 'distance unknown'
  if (!Number.isNaN(site.numbers.substationDistanceMi[0] ?? Number.NaN))
    return `${formatNumber(facts.substationMi, 1)} mi`
  return facts.isEnergized ? 'connected and energized' : "the plant's own switchyard"
}

function fiber({ facts, site }: SiteCase): string {
  if (Number.isNaN(facts.fiberMi)) return 'fiber unknown'
  if (!Number.isNaN(site.numbers.fiberDistanceMi[0] ?? Number.NaN)) return `${formatNumber(facts.fiberMi, 1)} mi`
  const known = categoryAt(site, 'fiber', 0)
  return known === 'lit' ? 'lit on site' : known === 'near' ? 'near the site' : 'a computing hall runs here'
}

function land({ facts, site }: SiteCase): string {
  if (Number.isNaN(facts.landAcres)) return 'acreage unknown'
  const isNet = !Number.isNaN(site.numbers.buildableAcres[0] ?? Number.NaN)
  const acres = `${formatNumber(facts.landAcres)} ${isNet ? 'buildable acres' : 'acres'}`
  return Number.isNaN(facts.mw) ? acres : `${acres}, ${formatNumber(facts.landAcres / facts.mw, 2)} acres/MW`
}

function zoning({ facts, site }: SiteCase): string {
  const zone = categoryAt(site, 'zoning', 0)
  if (zone === '') return 'zoning unknown'
  return Number.isNaN(facts.zoning) ? `${zone}, needs a permit` : zone
}
