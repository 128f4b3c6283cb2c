import { describe, expect, it } from 'vitest'
import { indifferenceShapes } from '../../renderer/src/charts/indifference-shapes.ts'
import { AI_USES, indifferenceCurve } from '../../shared/domain/explain/indifference-curve.ts'
import { siteCase } from '../../shared/domain/ranking/site-case.ts'
import type { AssumptionKey } from '../../shared/domain/scenario/assumption-defs.ts'
import { buildColumns, SURVEYED_MINE } from './columns-builder.ts'
import { STORY, scenarioOf } from './scenarios.ts'

function caseAt(changes: Partial<Record<AssumptionKey, number>> = {}, preset = STORY) {
  return siteCase(buildColumns([SURVEYED_MINE]), 0, scenarioOf(preset, changes).assumptions)
}

describe.each([AI_USES.lease, AI_USES.cloud])('the indifference of mining and $strategy', (use) => {
  it('is the bitcoin price at which both are worth the same, all along the curve', () => {
    const { points } = indifferenceCurve(caseAt(), use)
    const onCurve = points.filter(({ btcPriceUsd }) => btcPriceUsd > 0 && Number.isFinite(btcPriceUsd))
    expect(onCurve.length).toBeGreaterThan(5)
    for (const { aiPrice, btcPriceUsd } of onCurve) {
      const { value } = caseAt({ [use.priceKey]: aiPrice, btcPriceUsd })
      expect(Math.abs(value.mine - value[use.strategy])).toBeLessThan(5)
    }
  })

  it('rises with the price of the AI use', () => {
    const prices = indifferenceCurve(caseAt(), use).points.map((point) => point.btcPriceUsd)
    expect(prices).toEqual(prices.toSorted((a, b) => a - b))
  })

  it('meets the corner in which neither pays', () => {
    const { miningPaysFromBtcPriceUsd, aiPaysFrom } = indifferenceCurve(caseAt(), use)
    expect(Math.abs(caseAt({ btcPriceUsd: miningPaysFromBtcPriceUsd }).value.mine)).toBeLessThan(5)
    expect(Math.abs(caseAt({ [use.priceKey]: aiPaysFrom }).value[use.strategy])).toBeLessThan(5)
    const corner = indifferenceCurve(caseAt({ [use.priceKey]: aiPaysFrom }), use)
    expect(corner.indifferentBtcPriceUsd / miningPaysFromBtcPriceUsd).toBeCloseTo(1, 4)
  })
})

describe('the indifference chart', () => {
  it('puts the present point below the curve exactly where leasing is worth more', () => {
    for (const btcPriceUsd of [40_000, 90_000, 150_000, 300_000]) {
      const base = caseAt({ btcPriceUsd })
      const curve = indifferenceCurve(base, AI_USES.lease)
      const shapes = indifferenceShapes(curve, 300, 150)
      expect(shapes.now.y).toBeGreaterThanOrEqual(0)
      expect(shapes.now.x).toBeGreaterThanOrEqual(0)
      expect(btcPriceUsd < curve.indifferentBtcPriceUsd).toBe(base.value.lease > base.value.mine)
      expect([shapes.curve, shapes.mineRegion, shapes.aiRegion].join()).not.toMatch(/NaN|Infinity/)
    }
  })

  it('stays drawable where mining never or always wins', () => {
    for (const changes of [{ miningAvailability: 0.05 }, { leaseNoiMargin: 0 }]) {
      const curve = indifferenceCurve(caseAt(changes), AI_USES.lease)
      const { neither, ...shapes } = indifferenceShapes(curve, 300, 150)
      expect(JSON.stringify(shapes)).not.toMatch(/NaN|Infinity|null/)
      expect(neither.width).toBeLessThanOrEqual(300)
      expect(neither.height).toBeLessThanOrEqual(150)
      expect(neither.width).toBeGreaterThanOrEqual(0)
    }
  })
})
