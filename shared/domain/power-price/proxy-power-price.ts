import {
  STATE_INDUSTRIAL_PRICE_YEAR,
  STATE_INDUSTRIAL_PRICES_USD_PER_MWH,
  US_INDUSTRIAL_PRICE_USD_PER_MWH,
} from './state-industrial-prices.ts'

export interface ProxyPowerPrice {
  readonly usdPerMwh: number
  readonly source: string
}

/**
 * Power price of a site without a quote of its own, $/MWh. In the United States it is the state's industrial average
 * times the multiplier for large loads; where the state has no figure, the national average; elsewhere one flat default.
 */
export function proxyPowerPrice(
  country: string,
  state: string,
  tariffMultiplier: number,
  elsewhereUsdPerMwh: number,
): ProxyPowerPrice {
  if (country !== 'US') {
    return { usdPerMwh: elsewhereUsdPerMwh, source: 'Proxy: flat default, no price is known for this country' }
  }
  const average = Object.hasOwn(STATE_INDUSTRIAL_PRICES_USD_PER_MWH, state)
    ? STATE_INDUSTRIAL_PRICES_USD_PER_MWH[state]
    : undefined
  const place = average === undefined ? 'US' : state
  return {
    usdPerMwh: (average ?? US_INDUSTRIAL_PRICE_USD_PER_MWH) * tariffMultiplier,
    source: `Proxy: ${place} industrial average, EIA ${STATE_INDUSTRIAL_PRICE_YEAR}, times ${tariffMultiplier} for a large load`,
  }
}
