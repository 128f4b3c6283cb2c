import type { MarketClock } from './market-clock.ts'

const CLOCKS: Readonly<Record<string, MarketClock>> = {
  ERCOT: 'central',
  SPP: 'central',
  PJM: 'eastern',
  NYISO: 'eastern',
  'ISO-NE': 'eastern',
  MISO: 'eastern_standard',
  CAISO: 'pacific',
}

/** The clock that a market publishes its hours by; UTC for one that has none of its own. */
export function clockOfMarket(market: string): MarketClock {
  return CLOCKS[market] ?? 'utc'
}
