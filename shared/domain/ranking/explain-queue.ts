import { formatMw, formatPercent, formatUsd, formatUsdPerMw, formatUsdShort } from '../../format/format-quantity.ts'
import { ASSUMPTIONS, type Assumptions } from '../scenario/assumption-defs.ts'
import { normalQuantile } from '../statistics/normal-quantile.ts'
import { costAtRisk, texasStudyFeeUsd } from '../time-to-power/cost-at-risk.ts'
import { delayShapeOf } from '../time-to-power/expected-delay.ts'
import { GRID_REGIONS } from '../time-to-power/grid-region.ts'
import { POWER_STAGES } from '../time-to-power/power-stage.ts'
import { upgradeCostAt, upgradeUsdPerKwAt } from '../time-to-power/upgrade-cost.ts'
import { timeToPowerSteps } from './explain-time-to-power.ts'
import type { SiteCase } from './site-case.ts'
import type { DerivationStep } from './site-explanation.ts'

/** What waiting in the queue costs and may lose; nothing where power is there. */
export function queueSteps(each: SiteCase): readonly DerivationStep[] {
  const { facts, value } = each
  if (facts.isEnergized && value.completion === 1) return []
  return [...timeToPowerSteps(each), ...upgradeSteps(each), atRiskStep(each)]
}

/** "Lognormal" as it begins a sentence. */
export function delayShapeName(a: Assumptions): string {
  return delayShapeOf(a) === 'triangular' ? 'Triangular' : 'Lognormal'
}

/** The upgrades that the value holds, beside the spread that such upgrades have had. */
function upgradeSteps({ facts, value, terms }: SiteCase): readonly DerivationStep[] {
  const stage = POWER_STAGES[facts.stage] ?? 'inquiry'
  const spread = upgradeCostAt(stage)
  if (spread === null) return []
  const end = (share: number) => formatUsd(upgradeUsdPerKwAt(spread, normalQuantile(share)))
  const isAgreed = stage === 'agreement' || stage === 'construction'
  const key = isAgreed ? 'upgradeUsdPerKwAfterAgreement' : 'upgradeUsdPerKwBeforeAgreement'
  return [
    {
      label: `Network upgrades ${isAgreed ? 'after' : 'before'} an agreement`,
      value: formatUsdPerMw(value.upgradeCost),
      formula: `1,000 × ${formatUsd(terms.assumptions[key])}/kW, in the site’s cost above; one in ten came below ${end(0.1)}/kW and one in ten above ${end(0.9)}/kW`,
      source: ASSUMPTIONS[key].source,
    },
  ]
}

function atRiskStep({ facts, terms, value }: SiteCase): DerivationStep {
  const a = terms.assumptions
  const isSized = !Number.isNaN(facts.mw)
  const megawatts = isSized ? Math.max(facts.mw, 0.1) : a.assumedSiteMw
  const { lostUsd, expectedUsdPerMw } = costAtRisk({
    megawatts,
    studyUsd: 0,
    securityUsdPerMw: a.sunkStudyUsdPerMw,
    forfeitedShare: 1,
    completion: value.completion,
  })
  const fee = GRID_REGIONS[facts.region]?.id === 'ERCOT' ? texasStudyFeeUsd(megawatts) : 0
  return {
    label: 'Studies and security at risk',
    value: `${formatUsd(expectedUsdPerMw)}/MW`,
    formula: `studies and security × (1 − chance of power): ${formatUsdShort(lostUsd)} at ${formatMw(megawatts)}${isSized ? '' : ' assumed'} lost with ${formatPercent(1 - value.completion)}`,
    source: `${fee > 0 ? `Texas asks at least ${formatUsd(fee)} for the study of a load of this size; ` : ''}${ASSUMPTIONS.sunkStudyUsdPerMw.source}`,
  }
}
