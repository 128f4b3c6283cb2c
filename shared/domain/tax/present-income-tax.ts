/**
 * Present value of the income tax of a project that carries its losses forward without limit of time, USD: in each year
 * the tax is `rate` on what cumulative taxable income exceeds the most it has been before. This is the plain loop over
 * years that the faster forms have to agree with.
 *
 * @param taxableUsd taxable income of each year, before losses of earlier years.
 * @param discounts factor by which a payment of each year counts today.
 */
export function presentIncomeTaxUsd(taxableUsd: ArrayLike<number>, discounts: ArrayLike<number>, rate: number): number {
  let cumulative = 0
  let taxed = 0
  let present = 0
  for (let year = 0; year < taxableUsd.length; year += 1) {
    cumulative += taxableUsd[year] ?? 0
    if (cumulative <= taxed) continue
    present += rate * (cumulative - taxed) * (discounts[year] ?? 0)
    taxed = cumulative
  }
  return present
}
