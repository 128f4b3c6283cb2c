/** Parts of an all-in power price by their shares, $/MWh. */
export function priceComponentsUsdPerMwh<Name extends string>(
  totalUsdPerMwh: number,
  shares: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> {
  const parts = Object.entries<number>(shares).map(([name, share]) => [name, totalUsdPerMwh * share])
  return Object.fromEntries(parts) as Record<Name, number>
}
