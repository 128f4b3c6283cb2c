import { ASSUMPTION_KEYS, type AssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'

/** The assumptions that begin a group, with the group's title; the others follow in their own order. */
const GROUP_STARTS: Readonly<Partial<Record<AssumptionKey, string>>> = {
  btcPriceUsd: 'Bitcoin market',
  fleetEfficiencyJPerTh: 'Mining',
  powerPriceChangeUsdPerMwh: 'Power price',
  sitePurchaseUsdPerMw: 'Site and grid cost',
  grossToIt: 'AI lease and conversion',
  gpuHourUsd: 'Own GPUs',
  colocationUsdPerKwMonth: 'Colocation',
  valuationYear: 'Time to power',
  minimumItMw: 'Gates',
  incomeTaxRate: 'Income tax',
  btcJumpsPerYear: 'Draws of how sure',
}

export interface AssumptionGroup {
  readonly title: string
  readonly keys: readonly AssumptionKey[]
}

/** Every assumption, in groups as a user looks for them. */
export const ASSUMPTION_GROUPS: readonly AssumptionGroup[] = grouped()

function grouped(): AssumptionGroup[] {
  const groups: { title: string; keys: AssumptionKey[] }[] = []
  for (const key of ASSUMPTION_KEYS) {
    const title = GROUP_STARTS[key]
    if (title !== undefined || groups.length === 0) groups.push({ title: title ?? 'General', keys: [] })
    groups.at(-1)?.keys.push(key)
  }
  return groups
}
