import type { CategoryColumn, NumberColumn, SiteColumns } from '../../columns/site-columns.ts'
import { type SiteFieldKey, siteField } from '../site/site-fields.ts'

type NumberField = Extract<NumberColumn, SiteFieldKey>
type CategoryField = Extract<CategoryColumn, SiteFieldKey>

/** Something that nobody has told of a site, with the two ends that the answer may lie at. */
export interface SiteUnknown {
  readonly id: NumberField | CategoryField
  readonly label: string
  readonly worst: SiteAnswer
  readonly best: SiteAnswer
}

export interface SiteAnswer {
  readonly value: string | number
  readonly site: SiteColumns
}

const GATE_ANSWERS: readonly (readonly [CategoryField, worst: string, best: string])[] = [
  ['serviceFirmness', 'interruptible', 'firm'],
  ['floodZone', 'AE', 'X'],
  ['zoning', 'residential', 'industrial'],
  ['waterBasin', 'restricted', 'unrestricted'],
]
const WORST_VOLTAGE_KV = 34.5
const BEST_VOLTAGE_KV = 345
const LEAST_ACRES_PER_MW = 0.1
const MOST_ACRES_PER_MW = 1.2

/**
 * The unknowns of columns that hold one site that a gate or the way to power hangs on; `mw` sizes the land. Unknown
 * distances are left out, because assumptions stand in for them.
 */
export function siteUnknowns(site: SiteColumns, mw: number, isStageKnown: boolean): readonly SiteUnknown[] {
  const unknowns: SiteUnknown[] = []
  const add = (id: SiteUnknown['id'], worst: SiteAnswer, best: SiteAnswer) =>
    unknowns.push({ id, label: siteField(id).label, worst, best })
  for (const [field, worst, best] of GATE_ANSWERS) {
    if (site.categories[field].codes[0] === 0)
      add(field, withCategory(site, field, worst), withCategory(site, field, best))
  }
  if (!isStageKnown) {
    add('queueStatus', withCategory(site, 'queueStatus', 'applied'), withCategory(site, 'queueStatus', 'energized'))
  }
  if (isUnknown(site, 'gridVoltageKv')) {
    add(
      'gridVoltageKv',
      withNumber(site, 'gridVoltageKv', WORST_VOLTAGE_KV),
      withNumber(site, 'gridVoltageKv', BEST_VOLTAGE_KV),
    )
  }
  if (isUnknown(site, 'landAcres') && isUnknown(site, 'buildableAcres')) {
    add(
      'landAcres',
      withNumber(site, 'landAcres', Math.ceil(LEAST_ACRES_PER_MW * mw)),
      withNumber(site, 'landAcres', Math.ceil(MOST_ACRES_PER_MW * mw)),
    )
  }
  return unknowns
}

function isUnknown(site: SiteColumns, field: NumberField): boolean {
  return Number.isNaN(site.numbers[field][0] ?? Number.NaN)
}

function withCategory(site: SiteColumns, field: CategoryField, value: string): SiteAnswer {
  const categories = { ...site.categories, [field]: { labels: ['', value], codes: Uint16Array.of(1) } }
  return { value, site: { ...site, categories } }
}

function withNumber(site: SiteColumns, field: NumberField, value: number): SiteAnswer {
  return { value, site: { ...site, numbers: { ...site.numbers, [field]: Float64Array.of(value) } } }
}
