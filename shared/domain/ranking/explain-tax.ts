import { formatNumber, formatPercent, formatUsdPerMw } from '../../format/format-quantity.ts'
import { ASSUMPTIONS } from '../scenario/assumption-defs.ts'
import type { SiteCase } from './site-case.ts'
import type { DerivationStep } from './site-explanation.ts'

type TaxedUse = 'mine' | 'hall' | 'gpus' | 'hybrid'

const WRITTEN_OFF: Readonly<Record<TaxedUse, string>> = {
  mine: 'machines and shell; what is left of them when mining ends is a loss',
  hall: 'hall, site and grid works',
  gpus: 'GPUs and the site’s own works',
  hybrid: 'the mine and the hall as two taxpayers, already taken off both parts',
}

/** Income tax of a use, where the scenario charges any. */
export function taxSteps(
  { terms }: SiteCase,
  use: TaxedUse,
  presentUsdPerMw: number | null,
): readonly DerivationStep[] {
  const a = terms.assumptions
  if (terms.tax === null) return []
  const years = use === 'hall' ? a.hallWriteOffYears : a.equipmentWriteOffYears
  return [
    {
      label: 'Income tax',
      value: presentUsdPerMw === null ? 'included' : formatUsdPerMw(presentUsdPerMw),
      formula: 'sum over years of rate × max(0, cumulative taxable income − its highest so far) × discount',
      source: `${formatPercent(a.incomeTaxRate, 1)} of income less write-offs over ${formatNumber(years)} years (${WRITTEN_OFF[use]}), losses carried forward; ${ASSUMPTIONS.incomeTaxRate.source}`,
    },
  ]
}
