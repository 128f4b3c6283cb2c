import { expect, test } from 'vitest'
import { explainSite } from '../../shared/domain/ranking/explain-site.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'

function landGate(sketch: SiteSketch) {
  const columns = buildColumns([sketch])
  const scenario = scenarioOf(STORY)
  const { gates } = explainSite(columns, rankSites(columns, scenario), 0, scenario)
  return gates.find(({ gate }) => gate === 'land')
}

test('acres that can be built on stand for all acres at the land gate', () => {
  const { landAcres: _, ...without } = SURVEYED_MINE
  expect(landGate(SURVEYED_MINE)).toMatchObject({ state: 'pass', why: '300 acres, 1.50 acres/MW' })
  expect(landGate({ ...SURVEYED_MINE, buildableAcres: 30 })).toMatchObject({
    state: 'fail',
    why: '30 buildable acres, 0.15 acres/MW',
  })
  expect(landGate({ ...without, buildableAcres: 200 })).toMatchObject({ state: 'pass' })
  expect(landGate(without)).toMatchObject({ state: 'unknown', why: 'acreage unknown' })
})
