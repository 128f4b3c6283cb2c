/** Highest yearly rate that is looked for. */
const HIGHEST = 1e6

/**
 * Yearly rate at which cash flows a year apart, the first of them now, are worth nothing today. NaN unless they change
 * sign exactly once, the condition under which there is one such rate and no more (Descartes), or beyond 1e6 a year.
 */
export function internalRateOfReturn(cashflows: readonly number[]): number {
  const signs = cashflows.map(Math.sign).filter((sign) => sign !== 0)
  if (signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length !== 1) return Number.NaN
  // In the discount factor x = 1 / (1 + rate) the value is a polynomial with one root above 0.
  const value = (factor: number) => cashflows.reduceRight((sum, flow) => sum * factor + flow, 0)
  const first = signs[0] ?? 0
  let low = 1 / (1 + HIGHEST)
  let high = 1
  while (value(high) * first > 0 && high < HIGHEST) high *= 2
  if (value(low) * first < 0 || value(high) * first > 0) return Number.NaN
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2
    if (value(middle) * first > 0) low = middle
    else high = middle
  }
  return 2 / (low + high) - 1
}
