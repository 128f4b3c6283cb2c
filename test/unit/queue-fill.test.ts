import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaFigures } from '../../shared/domain/queue/area-figures.ts'
import { LEAST_BUILT_REQUESTS, queueFills, type SourcedArea } from '../../shared/domain/queue/queue-fill.ts'
import type { QueueProject } from '../../shared/domain/queue/queue-project.ts'
import type { QueueStage } from '../../shared/domain/queue/queue-stage.ts'

const SOURCES = [
  { dataSet: 'a', title: 'ERCOT GIS report, October 2025', asOf: '2025-10' },
  { dataSet: 'b', title: 'Another file', asOf: '2024-01-01' },
]

function request(stage: QueueStage, known: Partial<QueueProject> = {}): QueueProject {
  const none = null
  return {
    iso: 'ERCOT',
    queueId: 'x',
    direction: 'generation',
    projectName: none,
    developer: none,
    utility: none,
    poi: none,
    county: 'Milam',
    state: 'TX',
    capacityMw: 100,
    summerMw: none,
    winterMw: none,
    resource: none,
    stage,
    rawStatus: none,
    queueDate: '2020-01-01',
    proposedCod: none,
    statusDate: none,
    withdrawnDate: none,
    inServiceDate: none,
    ...known,
  }
}

const built = (years: number) =>
  request('in_service', { queueDate: '2010-01-01', inServiceDate: `${2010 + years}-01-01` })

function area(name: string, projects: readonly QueueProject[], dataSet = 'a'): SourcedArea {
  return { area: name, ...areaFigures(projects), dataSets: new Set([dataSet]) }
}

const yearsOf = (areas: Parameters<typeof queueFills>[0]) =>
  queueFills(areas, SOURCES).find(({ field }) => field === 'areaYearsToPower')

describe('Years from request to power', () => {
  test('are those of the smallest area with enough requests that were built', () => {
    const few = [2, 2, 2].map(built)
    const many = [3, 4, 5, 6, 7].map(built)
    expect(few.length).toBeLessThan(LEAST_BUILT_REQUESTS)
    const [poi, state] = [area('Sandow', few), area('TX', many, 'b')]
    expect(yearsOf({ poi, county: area('Milam, TX', few), state })).toEqual({
      field: 'areaYearsToPower',
      value: 5,
      source: 'Median of 5 requests in TX from request to service, Another file',
      asOf: '2024-01-01',
      rung: 'claimed',
    })
    expect(yearsOf({ poi, county: area('Milam, TX', many), state })).toMatchObject({
      source: 'Median of 5 requests in Milam, TX from request to service, ERCOT GIS report, October 2025',
      asOf: '2025-10',
    })
    expect(yearsOf({ poi, county: area('Milam, TX', few), state: null })).toBeUndefined()
  })
})

describe('Where no queue lists what was built', () => {
  const agreed = (years: number) =>
    request('ia_executed', { queueDate: '2010-01-01', statusDate: `${2010 + years}-01-01` })

  test('years to an agreement are carried on by the share of the way behind it', () => {
    const state = area(
      'TX',
      [1, 2, 2.25, 4, 5].map((years) => agreed(Math.round(years))),
    )
    const found = yearsOf({ poi: null, county: null, state })
    expect(found?.value).toBeCloseTo(2 / 0.45, 1)
    expect(found?.source).toMatch(
      /^Median of 5 requests in TX from request to agreement, 2 years for 45% of the way to power, ERCOT GIS report/,
    )
    const withBuilt = area('TX', [...[1, 2, 2, 4, 5].map(agreed), ...[3, 4, 5, 6, 7].map(built)])
    expect(yearsOf({ poi: null, county: state, state: withBuilt })?.value).toBe(5)
  })
})

describe('Generation ahead', () => {
  test('is never more than was asked for and never less than nothing', () => {
    const anyStage = fc.constantFrom<QueueStage>('application', 'ia_executed', 'withdrawn', 'in_service', 'suspended')
    const anyRequest = fc
      .tuple(anyStage, fc.option(fc.double({ min: 0, max: 2_000, noNaN: true })))
      .map(([stage, capacityMw]) => request(stage, { capacityMw }))
    fc.assert(
      fc.property(fc.array(anyRequest, { minLength: 1, maxLength: 30 }), fc.array(anyRequest), (inCounty, others) => {
        const county = area('Milam, TX', inCounty)
        const state = area('TX', [...inCounty, ...others])
        const found = queueFills({ poi: null, county, state }, SOURCES).find(({ field }) => field === 'queueAheadMw')
        if (found === undefined) expect(state.withdrawalRate).toBeNull()
        else {
          expect(found.value).toBeGreaterThanOrEqual(0)
          expect(found.value).toBeLessThanOrEqual(county.aheadMw + 0.05)
        }
      }),
    )
  })

  test('is unknown where no queue holds a request of the county, whatever the state holds', () => {
    const state = area('TX', [request('application'), ...[3, 4, 5, 6, 7].map(built)])
    expect(queueFills({ poi: null, county: null, state }, SOURCES).map(({ field }) => field)).toEqual([
      'areaYearsToPower',
    ])
  })
})
