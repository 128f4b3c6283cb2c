import type { CriterionId } from './criteria.ts'
import type { Lens } from './lens.ts'

/** One criterion of the score: a quantity mapped onto 0 to 1 between two fixed bounds. */
export interface Criterion {
  readonly id: CriterionId
  readonly label: string
  readonly unit: string
  /** Share of the score; all weights add to 1. */
  readonly weight: number
  /** Values that score 0 and 1; `worst` above `best` where less is better. */
  readonly worst: number
  readonly best: number
  readonly scale: 'linear' | 'log'
}

export interface Ruler {
  readonly id: string
  readonly version: number
  /** Whose strategies count as a site's value. */
  readonly lens: Lens
  readonly criteria: readonly Criterion[]
}

/**
 * The ruler that every score is measured with. Its bounds and weights never depend on the sites in a catalog, so an
 * import cannot reorder the others. Change a number only together with the version.
 */
export const RULER: Ruler = {
  id: 'switchyard-2026',
  version: 1,
  lens: 'combined',
  criteria: [
    {
      id: 'value',
      label: 'Best value per MW',
      unit: '$/MW',
      weight: 0.3,
      worst: -1_000_000,
      best: 3_000_000,
      scale: 'linear',
    },
    { id: 'power_price', label: 'Power price', unit: '$/MWh', weight: 0.1, worst: 90, best: 20, scale: 'linear' },
    { id: 'megawatts', label: 'Megawatts', unit: 'MW', weight: 0.1, worst: 10, best: 1_000, scale: 'log' },
    {
      id: 'evidence',
      label: 'Evidence for the megawatts',
      unit: 'rung',
      weight: 0.12,
      worst: 0,
      best: 5,
      scale: 'linear',
    },
    { id: 'time_to_power', label: 'Time to power', unit: 'years', weight: 0.1, worst: 5, best: 0, scale: 'linear' },
    { id: 'grid_voltage', label: 'Grid voltage', unit: 'kV', weight: 0.06, worst: 12.5, best: 345, scale: 'log' },
    {
      id: 'substation',
      label: 'Distance to substation',
      unit: 'mi',
      weight: 0.04,
      worst: 10,
      best: 0,
      scale: 'linear',
    },
    { id: 'land', label: 'Land', unit: 'acres', weight: 0.05, worst: 20, best: 1_000, scale: 'log' },
    {
      id: 'fiber',
      label: 'Distance to long-haul fiber',
      unit: 'mi',
      weight: 0.05,
      worst: 50,
      best: 0,
      scale: 'linear',
    },
    { id: 'flood', label: 'Outside the flood zone', unit: '', weight: 0.03, worst: 0, best: 1, scale: 'linear' },
    { id: 'firm_service', label: 'Firm service', unit: '', weight: 0.03, worst: 0, best: 1, scale: 'linear' },
    { id: 'zoning', label: 'Zoning', unit: '', weight: 0.02, worst: 0, best: 1, scale: 'linear' },
  ],
}

/** Utility of a value on a criterion, 0 to 1; NaN for NaN. */
export function utilityOf(criterion: Criterion, value: number): number {
  const { worst, best, scale } = criterion
  const share =
    scale === 'log'
      ? Math.log(Math.max(value, 1e-9) / worst) / Math.log(best / worst)
      : (value - worst) / (best - worst)
  return Math.min(1, Math.max(0, share))
}
