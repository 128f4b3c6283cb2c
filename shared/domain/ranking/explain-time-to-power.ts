import { formatNumber, formatPercent, formatYears } from '../../format/format-quantity.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import { GRID_REGIONS } from '../time-to-power/grid-region.ts'
import { POWER_STAGE_LABELS, POWER_STAGES } from '../time-to-power/power-stage.ts'
import { REMAINING_TIME_SHARE } from '../time-to-power/remaining-time-share.ts'
import { remainingMedianYears } from '../time-to-power/wait-for-power.ts'
import type { SiteCase } from './site-case.ts'
import type { DerivationStep } from './site-explanation.ts'
import { medianYearsToPower } from './site-facts.ts'

/** How long power takes where no date is promised, and whose time that is; nothing where power is there or promised. */
export function timeToPowerSteps({ facts, terms }: SiteCase): readonly DerivationStep[] {
  if (facts.isEnergized || !Number.isNaN(facts.promisedYears)) return []
  const a = terms.assumptions
  const stage = POWER_STAGES[facts.stage] ?? 'inquiry'
  const isOfArea = !Number.isNaN(facts.areaYearsToPower)
  const region = GRID_REGIONS[facts.region]?.id ?? 'elsewhere'
  const median = medianYearsToPower(facts)
  const factor = a.timeToPowerFactor === 1 ? '' : ` × ${formatNumber(a.timeToPowerFactor, 2)} of the scenario`
  return [
    {
      label: isOfArea ? 'Median years to power, area of the site' : `Median years to power, ${region}`,
      value: formatYears(remainingMedianYears(a, median, stage)),
      formula: `${formatYears(median)} from request to power × ${formatPercent(REMAINING_TIME_SHARE[stage])} still ahead (${POWER_STAGE_LABELS[stage]})${factor}`,
      source: isOfArea
        ? 'Recorded for this site, with its source'
        : `The usual time of the grid region: nothing is recorded for the area; ${ASSUMPTIONS.delaySigma.source}`,
      ...(isOfArea ? { field: 'areaYearsToPower' as const } : {}),
    },
  ]
}
