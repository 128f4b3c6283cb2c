import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { project as build } from '../../electron/core/import/queue/queue-layout.ts'
import { areaFigures } from '../../shared/domain/queue/area-figures.ts'
import { CountyIndex } from '../../shared/domain/queue/county-match.ts'
import { diffQueues } from '../../shared/domain/queue/diff-queues.ts'
import type { QueueProject } from '../../shared/domain/queue/queue-project.ts'
import { QUEUE_STAGES } from '../../shared/domain/queue/queue-stage.ts'

const project = (queueId: string, known: Partial<QueueProject> = {}) =>
  build({ iso: 'PJM', queueId, stage: 'application', ...known })

const anyProject = fc
  .record({
    queueId: fc.constantFrom('a', 'b', 'c', 'd'),
    projectName: fc.constantFrom('x', 'y', null),
    capacityMw: fc.oneof(fc.constant(null), fc.integer({ min: -50, max: 500 })),
    stage: fc.constantFrom(...QUEUE_STAGES),
    direction: fc.constantFrom('generation' as const, 'load' as const),
    queueDate: fc.constantFrom('2020-01-01', null),
    withdrawnDate: fc.constantFrom('2022-01-01', '2019-01-01', null),
  })
  .map(({ queueId, ...known }) => project(queueId, known))

describe('What changed between two editions', () => {
  test('is nothing between an edition and itself', () => {
    fc.assert(
      fc.property(fc.array(anyProject), (projects) => {
        const diff = diffQueues(projects, projects)
        expect(diff).toMatchObject({ compared: projects.length, added: [], removed: [], changed: [] })
      }),
    )
  })

  test('read backwards swaps new and gone', () => {
    fc.assert(
      fc.property(fc.array(anyProject), fc.array(anyProject), (before, after) => {
        const [there, back] = [diffQueues(before, after), diffQueues(after, before)]
        expect(back.added).toEqual(there.removed)
        expect(back.removed).toEqual(there.added)
        expect(there.compared + there.added.length).toBe(after.length)
        expect(there.compared + there.removed.length).toBe(before.length)
      }),
    )
  })

  test('tells rows of one id apart by name first', () => {
    const before = [
      project('1', { projectName: 'A', capacityMw: 1 }),
      project('1', { projectName: 'B', capacityMw: 2 }),
    ]
    const after = [project('1', { projectName: 'B', capacityMw: 2 }), project('1', { projectName: 'A', capacityMw: 3 })]
    expect(diffQueues(before, after).changed).toMatchObject([{ queueId: '1', fields: { capacityMw: [1, 3] } }])
  })

  test('knows a PJM request again that went to a study cycle', () => {
    expect(diffQueues([project('AE1-070')], [project('AE1-070 - moved to TC1')])).toMatchObject({
      compared: 1,
      changed: [],
    })
  })
})

describe('The figures of an area', () => {
  test('never hold a number that is none, and their stages add up', () => {
    fc.assert(
      fc.property(fc.array(anyProject), (projects) => {
        const figures = areaFigures(projects)
        expect(JSON.stringify(figures)).not.toContain('NaN')
        expect(figures.byStage.reduce((sum, { projects: count }) => sum + count, 0)).toBe(projects.length)
        for (const { years } of figures.medianYears) expect(years).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('count withdrawals of what is settled, and take the median of what is dated', () => {
    const gone = ['2021-01-01', '2022-01-01', '2024-01-01'].map((withdrawnDate, at) =>
      project(`w${at}`, { stage: 'withdrawn', queueDate: '2020-01-01', withdrawnDate }),
    )
    const built = [project('b1', { stage: 'in_service' }), project('b2', { stage: 'in_service' })]
    const figures = areaFigures([...gone, ...built, project('n', { capacityMw: 40 })])
    expect(figures.withdrawalRate).toBe(0.6)
    expect(figures.medianYears).toEqual([{ stage: 'withdrawn', years: expect.closeTo(2, 1), projects: 3 }])
    expect(figures).toMatchObject({ ahead: 1, aheadMw: 40 })
    expect(areaFigures(gone).withdrawalRate).toBeNull()
  })
})

describe('A county', () => {
  const index = new CountyIndex([
    { fips: '17163', state: 'IL', name: 'St. Clair' },
    { fips: '48331', state: 'TX', name: 'Milam' },
    { fips: '12089', state: 'FL', name: 'Nassau' },
    { fips: '22071', state: 'LA', name: 'Orleans' },
    { fips: '26025', state: 'MI', name: 'Calhoun' },
  ])

  test.each([
    ['Saint Clair County', 'IL', ['17163']],
    ['MILAM', 'tx', ['48331']],
    ['Orleans Parish', 'LA', ['22071']],
    ['Calhoun', 'Michigan', ['26025']],
    ['Milam / Nowhere', 'TX/OK', ['48331']],
    ['Milam', 'OK', []],
    [null, 'TX', []],
  ])('%s in %s', (county, state, fips) => {
    expect(index.match(county, state).fips).toEqual(fips)
  })

  test('that is misspelt is suggested and not taken', () => {
    expect(index.match('Nassu', 'FL')).toEqual({ fips: [], suggestions: [{ written: 'Nassu', meant: 'nassau, FL' }] })
  })
})
