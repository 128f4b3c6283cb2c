import { type CriterionId, criterionDef } from './criteria.ts'
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
  /** What a user reads. */
  readonly name: string
  readonly version: number
  /** Whose strategies count as a site's value. */
  readonly lens: Lens
  readonly criteria: readonly Criterion[]
}

/** A criterion with its label, unit and scale, and its usual bounds where none are given. */
export function criterion(id: CriterionId, weight: number, worst?: number, best?: number): Criterion {
  const { label, unit, scale, ...usual } = criterionDef(id)
  return { id, label, unit, scale, weight, worst: worst ?? usual.worst, best: best ?? usual.best }
}

/**
 * The ruler that scores are measured with unless another is chosen. Bounds and weights never depend on the sites in a
 * catalog, so an import cannot reorder the others. Change a number only together with the version.
 */
export const RULER: Ruler = {
  id: 'switchyard-2026',
  name: 'Switchyard 2026',
  version: 1,
  lens: 'combined',
  criteria: [
    criterion('value', 0.3, -1_000_000, 3_000_000),
    criterion('power_price', 0.1, 90, 20),
    criterion('megawatts', 0.1, 10, 1_000),
    criterion('evidence', 0.12, 0, 5),
    criterion('time_to_power', 0.1, 5, 0),
    criterion('grid_voltage', 0.06, 12.5, 345),
    criterion('substation', 0.04, 10, 0),
    criterion('land', 0.05, 20, 1_000),
    criterion('fiber', 0.05, 50, 0),
    criterion('flood', 0.03),
    criterion('firm_service', 0.03),
    criterion('zoning', 0.02),
  ],
}

/** Utility of a value on a criterion, 0 to 1; NaN for NaN. */
export function utilityOf(each: Criterion, value: number): number {
  const { worst, best, scale } = each
  const share =
    scale === 'log'
      ? Math.log(Math.max(value, 1e-9) / worst) / Math.log(best / worst)
      : (value - worst) / (best - worst)
  return Math.min(1, Math.max(0, share))
}
