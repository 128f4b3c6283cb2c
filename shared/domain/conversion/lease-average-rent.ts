/** Average yearly rent of a lease whose first year pays `year1Rent` and each further one more by the escalator. */
export function leaseAverageRent(year1Rent: number, escalator: number, termYears: number): number {
  if (escalator === 0) return year1Rent
  return (year1Rent * Math.expm1(termYears * Math.log1p(escalator))) / escalator / termYears
}
