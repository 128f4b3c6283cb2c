/**
 * Value today of a use that starts when power comes: P·E[e^(−rT)]·V less what is lost where it never comes. A loss
 * is not made smaller by waiting or by doubt.
 */
export function valueInQueueUsd(
  valueAtStartUsd: number,
  completion: number,
  expectedDiscount: number,
  lostUsd: number,
): number {
  const kept = valueAtStartUsd > 0 ? completion * expectedDiscount * valueAtStartUsd : valueAtStartUsd
  return kept - lostUsd * (1 - completion)
}

/** Years to the first revenue: power, or permits and equipment where those take longer, and what building is left then. */
export function yearsToRevenue(
  powerYears: number,
  permitYears: number,
  equipmentYears: number,
  buildYears: number,
  overlapYears: number,
): number {
  const ready = Math.max(powerYears, permitYears + equipmentYears)
  return ready + Math.max(0, buildYears - Math.min(overlapYears, ready))
}
