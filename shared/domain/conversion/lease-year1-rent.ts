/**
 * First year's rent behind a published contract value, USD an IT MW and year: the value spread over a term of
 * rents that grow by the escalator. Source: sum of a geometric series; an escalator of 0 spreads evenly.
 */
export function leaseYear1RentUsdPerMwYear(
  contractValueUsd: number,
  itMw: number,
  termYears: number,
  escalator: number,
): number {
  const rents = escalator === 0 ? termYears : Math.expm1(termYears * Math.log1p(escalator)) / escalator
  return contractValueUsd / (itMw * rents)
}
