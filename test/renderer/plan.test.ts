import { describe, expect, it } from 'vitest'
import { planColumns } from '../../renderer/src/charts/plan-columns.ts'
import { explainPlan } from '../../shared/domain/hybrid/explain-plan.ts'
import { hybridPlan } from '../../shared/domain/hybrid/hybrid-plan.ts'
import { megawattsByYear } from '../../shared/domain/hybrid/megawatts-by-year.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import { decimalYearMonth } from '../../shared/format/decimal-year-month.ts'
import { buildColumns, type SiteSketch, SURVEYED_MINE } from '../unit/columns-builder.ts'
import { STORY, scenarioOf } from '../unit/scenarios.ts'

function planOf(site: SiteSketch) {
  return hybridPlan(siteCase(buildColumns([site]), 0, scenarioOf(STORY).assumptions))
}

describe('the columns of a plan', () => {
  it('stand on zero and reach as high as the site, every part on the one below', () => {
    const plan = planOf({ ...SURVEYED_MINE, plannedMw: 300 })
    const { columns, yTicks } = planColumns(megawattsByYear(plan), 300, 100)
    expect(columns.length).toBeGreaterThanOrEqual(6)
    for (const { parts } of columns) {
      let bottom = 100
      for (const { y, height } of parts) {
        expect(y + height).toBeCloseTo(bottom, 9)
        bottom = y
      }
      expect(bottom).toBeCloseTo(0, 9)
    }
    expect(yTicks[0]).toEqual({ at: 100, value: 0 })
  })

  it('can be drawn without any megawatt', () => {
    const none = { fromYear: 2026, mining: 0, works: 0, tenants: 0, gpus: 0, idle: 0, demandResponseUsd: 0 }
    expect(planColumns([none], 300, 100).columns).toMatchObject([{ parts: [] }])
  })
})

describe('what is said of a plan', () => {
  it('names the megawatts, the months and the value', () => {
    const { sentence, steps } = explainPlan(planOf({ ...SURVEYED_MINE, energizedMw: 500 }))
    expect(sentence).toMatch(
      /^500 MW become AI from [A-Z][a-z]{2} \d{4} to [A-Z][a-z]{2} \d{4}, after mining, in halls let to tenants\. The plan is worth \$[\d.]+(m|bn) \(\$[\d.]+m\/MW\)\. All megawatts at once, .+ would be worth \$/,
    )
    expect(steps.map(({ label }) => label)).toEqual([
      'Energized',
      'Least AI block',
      'Mining, then a hall for tenants, 500 MW energized',
      'AI overtakes mining',
      'Value of the plan',
    ])
  })

  it('says why nothing turns to AI', () => {
    expect(explainPlan(planOf({ ...SURVEYED_MINE, floodZone: 'AE' })).sentence).toContain('A failed gate shuts AI out.')
  })

  it('reads a decimal year as its month', () => {
    expect([2026, 2026.5, 2026.9999, 2024.89].map(decimalYearMonth)).toEqual([
      'Jan 2026',
      'Jul 2026',
      'Dec 2026',
      'Nov 2024',
    ])
    expect(decimalYearMonth(Number.NaN)).toBe('unknown')
  })
})
