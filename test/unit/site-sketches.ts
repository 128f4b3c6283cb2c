import fc from 'fast-check'
import { QUEUE_STATUSES, SITE_KINDS, SITE_STATUSES } from '../../shared/domain/site/site-fields.ts'
import type { SiteSketch } from './columns-builder.ts'

function maybe<T>(arbitrary: fc.Arbitrary<T>) {
  return fc.option(arbitrary, { nil: undefined })
}

function amount(min: number, max: number) {
  return maybe(fc.double({ min, max, noNaN: true }))
}

/** Any site a catalog may hold, each field known or not. */
export const anySite: fc.Arbitrary<SiteSketch> = fc
  .record({
    kind: maybe(fc.constantFrom(...SITE_KINDS)),
    status: maybe(fc.constantFrom(...SITE_STATUSES)),
    state: maybe(fc.constantFrom('TX', 'NY', 'CA', 'WY', 'QC', 'constructor')),
    country: maybe(fc.constantFrom('US', 'CA', 'NO')),
    gridOperator: maybe(fc.constantFrom('ERCOT', 'PJM', 'SERC/non-ISO', 'HQ')),
    queueStatus: maybe(fc.constantFrom(...QUEUE_STATUSES)),
    energizedMw: amount(0, 100_000),
    plannedMw: amount(0, 100_000),
    queueMw: amount(0, 100_000),
    mwRungLevel: maybe(fc.integer({ min: 0, max: 5 })),
    energizationYear: amount(2015, 2040),
    areaYearsToPower: maybe(fc.oneof(fc.constantFrom(0, 1.25, 4, 4.5), fc.double({ min: 0, max: 50, noNaN: true }))),
    queueAheadMw: amount(0, 1_000_000),
    gridVoltageKv: amount(0, 1_500),
    substationDistanceMi: amount(0, 1_000),
    serviceFirmness: maybe(fc.constantFrom('firm', 'interruptible')),
    powerPriceUsdPerMwh: amount(-500, 5_000),
    landAcres: amount(0, 1_000_000),
    floodZone: maybe(fc.constantFrom('X', 'A', 'AE', 'V', 'VE')),
    zoning: maybe(fc.constantFrom('industrial', 'commercial', 'agricultural', 'residential', 'unzoned')),
    waterBasin: maybe(fc.constantFrom('unrestricted', 'stressed', 'restricted')),
    fiber: maybe(fc.constantFrom('lit', 'near', 'unknown')),
    fiberDistanceMi: amount(0, 1_000),
    fiberRoutes: maybe(fc.integer({ min: 0, max: 50 })),
    cooling: maybe(fc.constantFrom('air', 'immersion', 'hydro', 'liquid', 'unknown')),
    coordinatePrecision: maybe(fc.constantFrom('site', 'town', 'county')),
  })
  .map((site) => Object.fromEntries(Object.entries(site).filter(([, value]) => value !== undefined)) as SiteSketch)
