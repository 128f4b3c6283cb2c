import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { project as build } from '../../electron/core/import/queue/queue-layout.ts'
import { areaFigures } from '../../shared/domain/queue/area-figures.ts'
import { queuePositionId, readPositionId } from '../../shared/domain/queue/position-id.ts'
import { queuePressure } from '../../shared/domain/queue/queue-pressure.ts'
import type { QueueProject } from '../../shared/domain/queue/queue-project.ts'
import { QUEUE_STAGES } from '../../shared/domain/queue/queue-stage.ts'
import { type QueueSiteFacts, suggestPositions } from '../../shared/domain/queue/suggest-positions.ts'

const project = (queueId: string, known: Partial<QueueProject> = {}) =>
  build({ iso: 'PJM', queueId, stage: 'application', ...known })

const site = (known: Partial<QueueSiteFacts> = {}): QueueSiteFacts => ({
  name: 'Homer City Power Station',
  operator: 'Indigo Data LLC',
  owner: null,
  city: null,
  county: 'Indiana',
  megawatts: [500],
  ...known,
})

describe('The name of a request', () => {
  test('says operator and id, and is the same behind the mark of a study cycle', () => {
    expect(queuePositionId(project('AE1-070 - moved to TC1'))).toBe('PJM/AE1-070')
    expect(readPositionId('ISO-NE/QP/12')).toEqual({ iso: 'ISO-NE', queueId: 'QP/12' })
    for (const text of ['', 'GEN-1', '/GEN-1', 'PJM/']) expect(readPositionId(text)).toBeNull()
  })
})

describe("Requests that may be a site's own", () => {
  test('share more than a county or an amount', () => {
    const found = suggestPositions(site(), [
      project('county', { county: 'Indiana', capacityMw: 80 }),
      project('amount', { county: 'Bucks', capacityMw: 500 }),
      project('both', { county: 'Indiana County', capacityMw: 490 }),
      project('developer', { developer: 'INDIGO Holdings', capacityMw: 10 }),
    ])
    expect(found.map((each) => each.project.queueId)).toEqual(['developer', 'both'])
  })

  test('are never told by words that every request has', () => {
    const common = project('x', { projectName: 'City Power Station', developer: 'Data Energy LLC', county: 'Bucks' })
    expect(suggestPositions(site(), [common])).toEqual([])
  })

  test('are never withdrawn, at most five, and each says why', () => {
    const stages = fc.array(fc.constantFrom(...QUEUE_STAGES), { maxLength: 20 })
    fc.assert(
      fc.property(stages, (list) => {
        const found = suggestPositions(
          site(),
          list.map((stage, i) => project(String(i), { stage, projectName: 'Homer Solar' })),
        )
        expect(found.length).toBeLessThanOrEqual(5)
        for (const { project: each, reasons } of found) {
          expect(['withdrawn', 'suspended', 'retired', 'unknown']).not.toContain(each.stage)
          expect(reasons).toContain('name says "homer"')
        }
      }),
    )
  })
})

describe('The pressure of a queue', () => {
  const settled = (withdrawn: number, built: number) => [
    ...Array.from({ length: withdrawn }, (_, i) => project(`w${i}`, { stage: 'withdrawn' })),
    ...Array.from({ length: built }, (_, i) => project(`b${i}`, { stage: 'in_service' })),
  ]

  test('is what is asked for less what gives up, for each megawatt of the site', () => {
    const county = { area: 'Indiana, PA', ...areaFigures([project('a', { capacityMw: 400 }), ...settled(3, 1)]) }
    const state = { area: 'PA', ...areaFigures(settled(6, 2)) }
    const found = queuePressure([county, state], 50, 'PJM queue')
    expect(found).toMatchObject({ likelyMw: 100, perSiteMw: 2 })
    expect(found?.steps.map(({ value }) => value)).toEqual(['400 MW', '75%', '100 MW', '2.0'])
    expect(found?.steps[1]).toMatchObject({
      label: 'Give up in PA',
      formula: '6 withdrawn of 8 that were withdrawn or built',
    })
    expect(queuePressure([county, state], null, '')).toMatchObject({ perSiteMw: null, steps: { length: 3 } })
  })

  test('is not told where nobody knows how many give up', () => {
    const county = { area: 'Indiana, PA', ...areaFigures([project('a', { capacityMw: 400 }), ...settled(3, 1)]) }
    expect(queuePressure([county], 50, '')).toBeNull()
    expect(queuePressure([], 50, '')).toBeNull()
  })

  test('counts what was filed later for the rate alone', () => {
    const projects = [
      project('early', { capacityMw: 10, queueDate: '2020-01-01' }),
      project('late', { capacityMw: 90, queueDate: '2024-01-01' }),
      project('undated', { capacityMw: 5 }),
    ]
    expect(areaFigures(projects)).toMatchObject({ ahead: 3, aheadMw: 105 })
    expect(areaFigures(projects, { filedBy: '2022-01-01' })).toMatchObject({ projects: 3, ahead: 2, aheadMw: 15 })
  })
})
