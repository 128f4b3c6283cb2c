import {
  formatMw,
  formatNumber,
  formatPercent,
  formatUsdPerMw,
  formatUsdPerMwh,
  formatYears,
} from '../../format/format-quantity.ts'
import { EVIDENCE_RUNGS } from '../site/evidence-rung.ts'
import { CRITERIA } from './criteria.ts'
import { bestValueUnderLens } from './judge-site.ts'
import { type Criterion, type Ruler, utilityOf } from './ruler.ts'
import { criterionValues } from './score-site.ts'
import type { SiteCase } from './site-case.ts'
import type { CriterionExplanation } from './site-explanation.ts'

/** Every criterion of the ruler with the site's value and what it earns. */
export function explainCriteria(each: SiteCase, ruler: Ruler): readonly CriterionExplanation[] {
  const values = new Float64Array(CRITERIA.length)
  criterionValues(
    each.facts,
    {
      bestUsdPerMw: bestValueUnderLens(each.value, ruler.lens, each.isMineBlocked, each.isAiBlocked),
      bestUsdPerMwAtBest: Number.NaN,
      powerYears: each.value.powerYears,
      proxySpread: each.terms.assumptions.powerPriceProxySpread,
    },
    values,
  )
  const weighed = ruler.criteria.filter(({ weight }) => weight > 0)
  return weighed.map((criterion) => {
    const value = values[CRITERIA.indexOf(criterion.id)] ?? Number.NaN
    const isProxy = criterion.id === 'power_price' && Number.isNaN(each.facts.quotedPowerPrice)
    return {
      id: criterion.id,
      label: criterion.label,
      value: readable(criterion, value) + (isProxy ? ' (proxy)' : ''),
      utility: Number.isNaN(value) ? Number.NaN : utilityOf(criterion, value),
      weight: criterion.weight,
      bounds: `${readable(criterion, criterion.worst)} to ${readable(criterion, criterion.best)}, weight ${formatPercent(criterion.weight)}`,
    }
  })
}

function readable(criterion: Criterion, value: number): string {
  if (Number.isNaN(value)) return 'unknown'
  switch (criterion.id) {
    case 'value':
      return value === Number.NEGATIVE_INFINITY ? 'no use is allowed' : formatUsdPerMw(value)
    case 'power_price':
      return formatUsdPerMwh(value)
    case 'megawatts':
      return formatMw(value)
    case 'evidence':
      return EVIDENCE_RUNGS[value] ?? formatNumber(value, 1)
    case 'time_to_power':
      return formatYears(value)
    case 'flood':
    case 'firm_service':
    case 'zoning':
    case 'interruptible':
    case 'liquid_cooling':
      return value === 1 ? 'yes' : 'no'
    case 'place':
      return value === 1 ? 'the site' : value === 0 ? 'its county' : 'its town'
    default:
      return `${formatNumber(value, value < 20 && !Number.isInteger(value) ? 1 : 0)} ${criterion.unit}`
  }
}
