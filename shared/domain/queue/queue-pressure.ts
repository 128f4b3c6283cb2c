import { formatMw, formatNumber, formatPercent } from '../../format/format-quantity.ts'
import type { DerivationStep } from '../ranking/site-explanation.ts'
import type { AreaFigures } from './area-figures.ts'

export interface NamedArea extends AreaFigures {
  readonly area: string
}

/** How crowded the grid is ahead of a site. */
export interface QueuePressure {
  /** Generation that is likely to be built of what was asked for, MW. */
  readonly likelyMw: number
  /** Likely megawatts for each one of the site; null where the site's are not known. */
  readonly perSiteMw: number | null
  readonly steps: readonly DerivationStep[]
}

/**
 * Pressure: megawatts asked for in the smallest area that is known, less the share that gives up. Where too few
 * requests of that area are settled to tell that share, the wider area's is taken.
 * @param areas the smallest first.
 * @param siteMw what the site asks for, MW.
 * @returns null where no area says how many give up.
 */
export function queuePressure(
  areas: readonly NamedArea[],
  siteMw: number | null,
  source: string,
): QueuePressure | null {
  const [ahead] = areas
  const settled = areas.find(({ withdrawalRate }) => withdrawalRate !== null)
  if (!ahead || !settled || settled.withdrawalRate === null) return null
  const rate = settled.withdrawalRate
  const likelyMw = ahead.aheadMw * (1 - rate)
  const perSiteMw = siteMw === null || siteMw <= 0 ? null : likelyMw / siteMw
  const withdrawn = Math.round(rate * settled.settled)
  return {
    likelyMw,
    perSiteMw,
    steps: [
      {
        label: `Asked for ahead in ${ahead.area}`,
        value: formatMw(ahead.aheadMw),
        formula: `${formatNumber(ahead.ahead)} ${ahead.ahead === 1 ? 'request' : 'requests'} for generation, neither built nor given up`,
        source,
      },
      {
        label: `Give up in ${settled.area}`,
        value: formatPercent(rate),
        formula: `${formatNumber(withdrawn)} withdrawn of ${formatNumber(settled.settled)} that were withdrawn or built`,
        source: '',
      },
      {
        label: 'Likely to be built ahead',
        value: formatMw(likelyMw),
        formula: `${formatMw(ahead.aheadMw)} × (1 − ${formatPercent(rate)})`,
        source: '',
      },
      ...(perSiteMw === null || siteMw === null
        ? []
        : [
            {
              label: 'Pressure',
              value: formatNumber(perSiteMw, 1),
              formula: `${formatMw(likelyMw)} ÷ ${formatMw(siteMw)} of this site`,
              source: '',
            },
          ]),
    ],
  }
}
