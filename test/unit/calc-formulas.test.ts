import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALC_FORMULAS, runCalc } from '../../shared/domain/calc/run-calc.ts'

function outputs(formula: string, inputs: unknown): Record<string, number> {
  const result = runCalc(formula, inputs)
  if (!result.ok) throw new Error(result.error)
  return result.outputs as Record<string, number>
}

const LEASE = {
  rent_kw_month: 128,
  noi_margin: 0.986,
  escalator: 0.03,
  term_years: 15,
  wacc: 0.095,
  ai_capex_per_mw_it: 1e7,
  gross_to_it: 1.43,
}
const STORY_MINE = {
  difficulty: 102_289_407_543_324,
  subsidy: 3.125,
  fee_share: 0.025,
  efficiency_j_th: 17.5,
  pue: 1.05,
  pool_fee: 0.01,
  power_usd_mwh: 45,
  opex_usd_mwh: 8,
  availability: 0.95,
  asic_usd_th: 16,
  asic_r: 0.15,
  asic_years: 4,
  shell_usd_mw: 750_000,
  shell_r: 0.12,
  shell_years: 15,
  dr_usd_mw_year: 0,
}

describe('named formulas on known values', () => {
  it('gives the hashprice that Hashrate Index published for 23 December 2024 within 1 %', () => {
    const { usd_per_ph_day } = outputs('hashprice', {
      difficulty: 108.52e12,
      btc_usd: 93_450,
      subsidy: 3.125,
      fees_btc_per_block: 0.0931,
    })
    expect(usd_per_ph_day).toBeCloseTo(55.747, 3)
    expect(Math.abs((usd_per_ph_day ?? 0) / 55.21 - 1)).toBeLessThan(0.01)
  })

  it('halves the subsidy every 210,000 blocks down to nothing', () => {
    const subsidies = [
      0, 209_999, 210_000, 420_000, 630_000, 839_999, 840_000, 1_050_000, 6_929_999, 6_930_000, 13_440_000,
    ]
    expect(subsidies.map((height) => outputs('block_subsidy', { height })['btc'])).toEqual([
      50, 50, 25, 12.5, 6.25, 6.25, 3.125, 1.5625, 1e-8, 0, 0,
    ])
  })

  it('finds mining and a new triple-net lease equal near a Bitcoin price of $103,014', () => {
    expect(outputs('indifference_btc', { ...STORY_MINE, ...LEASE })['btc_usd']).toBeCloseTo(103_013.95, 1)
  })

  it('finds mining and a gross lease of 2024 equal near $72,600', () => {
    const gross = { ...LEASE, rent_kw_month: 125, noi_margin: 0.7, escalator: 0, wacc: 0.1, ai_capex_per_mw_it: 8e6 }
    expect(outputs('indifference_btc', { ...STORY_MINE, ...gross })['btc_usd']).toBeCloseTo(72_600, -2)
  })

  it('turns the Hut 8 River Bend contract into $128 a kW-month', () => {
    const rent = outputs('lease_year1_rent', { mw_it: 245, contract_value_usd: 7e9, term_years: 15, escalator: 0.03 })
    expect(rent['usd_per_kw_month']).toBeCloseTo(128.016, 3)
  })

  it('spreads a contract evenly when the rent does not escalate', () => {
    const rent = outputs('lease_year1_rent', { mw_it: 100, contract_value_usd: 1.5e9, term_years: 10, escalator: 0 })
    expect(rent['usd_per_mw_year']).toBeCloseTo(1.5e6, 6)
  })

  it('agrees with Haug on an exchange option', () => {
    const base = { s1: 22, s2: 20, q1: 0.06, q2: 0.04, v1: 0.2 }
    expect(outputs('margrabe', { ...base, t: 0.1, v2: 0.15, rho: -0.5 })['value']).toBeCloseTo(2.125, 3)
    expect(outputs('margrabe', { ...base, t: 0.5, v2: 0.25, rho: 0.5 })['value']).toBeCloseTo(2.374, 3)
  })

  it('agrees with Dixit and Pindyck that a fixed cost is worth paying at twice its value', () => {
    const answer = outputs('conversion_threshold', { delta_v: 0.04, delta_k: 0.04, s_v: 0.2, s_k: 0, rho: 0 })
    expect(answer['beta']).toBeCloseTo(2, 12)
    expect(answer['ratio']).toBeCloseTo(2, 12)
  })

  it('counts discordant pairs', () => {
    expect(outputs('kendall_tau', { a: [1, 2, 3, 4, 5], b: [2, 1, 3, 5, 4] })['tau']).toBeCloseTo(0.6, 14)
  })
})

describe('named formulas at their edges', () => {
  it('reaches the limit of a triangular time smoothly', () => {
    const at = (a: number, m: number, b: number, r: number) =>
      outputs('discount_triangular', { a, m, b, r })['value'] ?? 0
    expect(at(2, 2, 7, 0.12)).toBeCloseTo(at(2, 2 + 1e-9, 7, 0.12), 8)
    expect(at(2, 7, 7, 0.12)).toBeCloseTo(at(2, 7 - 1e-9, 7, 0.12), 8)
    expect(at(4, 4, 4, 0.12)).toBeCloseTo(Math.exp(-0.48), 14)
    expect(at(2, 4, 7, 0)).toBeCloseTo(1, 14)
    expect(at(2, 4, 7, 1e-7)).toBeCloseTo(1 - (1e-7 * 13) / 3, 12)
  })

  it('treats a time without spread as certain', () => {
    expect(outputs('discount_lognormal', { median: 4, sigma: 0, r: 0.12 })['value']).toBeCloseTo(Math.exp(-0.48), 12)
  })

  it('values an exchange today, or without uncertainty, at its intrinsic value', () => {
    const base = { s1: 8, s2: 7.5, q1: 0.08, q2: 0.03, rho: 1 }
    expect(outputs('margrabe', { ...base, t: 0, v1: 0.3, v2: 0.2 })['value']).toBeCloseTo(0.5, 14)
    const still = outputs('margrabe', { ...base, t: 2, v1: 0.3, v2: 0.3 })
    expect(still).toEqual({ value: 0, sigma: 0 })
  })

  it('does not mine below cost, and has no shutdown where revenue does not fall', () => {
    const base = { revenue_usd_mwh: 140, cost_usd_mwh: 53, decline: 0.3, r: 0.15, availability: 0.95 }
    expect(outputs('mining_pv', { ...base, revenue_usd_mwh: 50 })).toEqual({ shutdown_year: 0, pv_usd_per_mw: 0 })
    const steady = outputs('mining_pv', { ...base, decline: 0 })
    expect(steady).not.toHaveProperty('shutdown_year')
    expect(steady['pv_usd_per_mw']).toBeCloseTo((8_760 * 0.95 * 87) / 0.15, 4)
    const undiscounted = outputs('mining_pv', { ...base, r: 0 })
    const stop = Math.log(140 / 53) / 0.3
    expect(undiscounted['pv_usd_per_mw']).toBeCloseTo(8_760 * 0.95 * ((140 - 53) / 0.3 - 53 * stop), 3)
    expect(runCalc('mining_pv', { ...base, decline: 0, r: 0 })).toMatchObject({ ok: false })
  })

  it('reaches the limit of a lease without escalator or discount smoothly', () => {
    const net = (change: object) =>
      outputs('lease_levelised', { ...LEASE, ...change })['net_usd_per_gross_mw_year'] ?? 0
    expect(net({ escalator: 0 })).toBeCloseTo(net({ escalator: 1e-9 }), 0)
    expect(net({ wacc: 0 })).toBeCloseTo(net({ wacc: 1e-9 }), 0)
    expect(net({ wacc: 0.03 })).toBeCloseTo(net({ wacc: 0.03 + 1e-9 }), 0)
  })

  it('corrects rank correlation for ties and refuses a list of one value', () => {
    expect(outputs('kendall_tau', { a: [1, 2, 2, 3], b: [1, 2, 3, 4] })['tau']).toBeCloseTo(5 / Math.sqrt(5 * 6), 14)
    expect(runCalc('kendall_tau', { a: [1, 1], b: [1, 2] })).toMatchObject({ ok: false })
  })
})

describe('refusals', () => {
  it('names an unknown formula, a missing input and the range of a wrong one', () => {
    expect(runCalc('toString', {})).toMatchObject({
      ok: false,
      error: expect.stringContaining('no formula "toString"'),
    })
    expect(runCalc('block_subsidy', {})).toEqual({
      ok: false,
      error: 'The input height must be a whole number from 0 to 1000000000000, and it is missing.',
    })
    expect(runCalc('block_subsidy', { height: 1.5 })).toMatchObject({
      ok: false,
      error: expect.stringContaining('not 1.5'),
    })
    expect(runCalc('capacity_price', { usd_per_mw_day: 10, load_factor: 0 })).toEqual({
      ok: false,
      error: 'The input load_factor must be a number above 0, at most 1, not 0.',
    })
    expect(runCalc('hashprice', [])).toMatchObject({ ok: false, error: expect.stringContaining('must be an object') })
    expect(runCalc('discount_triangular', { a: 3, m: 2, b: 4, r: 0.1 })).toMatchObject({
      ok: false,
      error: expect.stringContaining('input m'),
    })
  })

  it('never answers a number that is not finite, whatever the inputs', () => {
    const anyNumber = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: 1 }),
      fc.double({ min: 0, max: 1e15 }),
      fc.constantFrom(0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e-300),
    )
    for (const [name, formula] of Object.entries(CALC_FORMULAS)) {
      const inputs = fc.record(
        Object.fromEntries(
          Object.entries(formula.inputs).map(([input, rule]) => [
            input,
            rule.kind === 'structured'
              ? fc.anything()
              : rule.kind === 'list'
                ? fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 4 })
                : rule.isWhole
                  ? fc.integer({ min: 0, max: 20_000_000 })
                  : fc.oneof(
                      anyNumber,
                      fc.double({ min: rule.min, max: rule.max, noNaN: true }),
                      fc.constantFrom(rule.min, rule.max),
                    ),
          ]),
        ),
      )
      fc.assert(
        fc.property(inputs, (given) => {
          const result = runCalc(name, given)
          if (result.ok) return Object.values(result.outputs).every(Number.isFinite)
          return result.error.endsWith('.') && !result.error.includes('\n')
        }),
        { numRuns: 300 },
      )
    }
  })
})
