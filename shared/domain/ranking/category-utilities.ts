import type { SiteColumns } from '../../columns/site-columns.ts'

/** What labels of a catalog are worth, 0 to 1, by their code; NaN where they say nothing. */
interface CategoryUtilities {
  readonly liquidCooling: readonly number[]
  readonly placePrecision: readonly number[]
}

const cache = new WeakMap<SiteColumns, CategoryUtilities>()

/** Worked out once for each columns object. */
export function categoryUtilities(columns: SiteColumns): CategoryUtilities {
  let utilities = cache.get(columns)
  if (utilities === undefined) {
    const { cooling, coordinatePrecision } = columns.categories
    utilities = {
      liquidCooling: cooling.labels.map(liquidCooling),
      placePrecision: coordinatePrecision.labels.map(placePrecision),
    }
    cache.set(columns, utilities)
  }
  return utilities
}

/** 1 where a liquid carries the heat away, 0 where air does, NaN where nobody says. */
function liquidCooling(cooling: string): number {
  if (cooling === 'liquid' || cooling === 'hydro' || cooling === 'immersion') return 1
  return cooling === 'air' ? 0 : Number.NaN
}

/** 1 for the position of the site itself, a half for its town's, 0 for its county's, NaN where nobody says. */
function placePrecision(precision: string): number {
  if (precision === 'site') return 1
  if (precision === 'town') return 0.5
  return precision === 'county' ? 0 : Number.NaN
}
