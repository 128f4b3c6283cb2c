import { intervalLength, type PriceSeries } from './price-series.ts'

/** How a load answers to prices. */
export interface CurtailmentRule {
  /** The load stops above this price, $/MWh. */
  readonly strikeUsdPerMwh: number
  /** From the beginning of an interval, whose price is then known, to the load being off or on, minutes. */
  readonly responseMinutes: number
  /** Once off, the load stays off at least so long. */
  readonly minimumDownMinutes: number
  /** Once on, the load stays on at least so long. */
  readonly minimumRunMinutes: number
}

export interface Curtailment {
  readonly hours: number
  /** Hours with power for a load that stops above the strike. */
  readonly servedHours: number
  /** Served over all hours, 0 to 1. */
  readonly uptime: number
  /** How often the load was stopped. */
  readonly stops: number
  /** What a flexible load pays a MWh that it takes; null where it never runs. */
  readonly effectiveUsdPerMwh: number | null
  /** What a firm load pays a MWh: it takes every hour. */
  readonly firmUsdPerMwh: number
  readonly hoursAboveStrike: number
  /** Hours a firm load would go without power if it had to stop as the flexible one does. */
  readonly unservedHours: number
  /** Share of a firm load's bill that falls into the hours above the strike; null where the bill is not positive. */
  readonly billShareAboveStrike: number | null
}

/**
 * Runs a load through a series of prices. The price of an interval is known when it begins; a stop or start that is
 * still on its way when the price has come back is called off. The load is on when the series begins, and hours
 * without a price count for nothing. Null for a series without prices.
 */
export function simulateCurtailment(series: PriceSeries, rule: CurtailmentRule): Curtailment | null {
  const { starts, prices } = series
  if (starts.length === 0) return null
  const response = rule.responseMinutes * 60
  const [minimumDown, minimumRun] = [rule.minimumDownMinutes * 60, rule.minimumRunMinutes * 60]
  let isOn = true
  let since = -Infinity
  let orderedAt: number | null = null
  let [total, served, above, stops] = [0, 0, 0, 0]
  let [cost, firmCost, costAbove] = [0, 0, 0]
  for (let i = 0; i < starts.length; i++) {
    const begin = starts[i] ?? 0
    const length = intervalLength(series, i)
    const price = prices[i] ?? 0
    const shouldBeOn = price <= rule.strikeUsdPerMwh
    total += length
    firmCost += price * length
    if (!shouldBeOn) {
      above += length
      costAbove += price * length
    }
    if (shouldBeOn === isOn) orderedAt = null
    else orderedAt ??= begin
    const switchAt =
      orderedAt === null ? Infinity : Math.max(begin, orderedAt + response, since + (isOn ? minimumRun : minimumDown))
    const switchesWithin = switchAt < begin + length
    const before = switchesWithin ? switchAt - begin : length
    const on = isOn ? before : length - before
    if (switchesWithin) {
      if (isOn) stops++
      isOn = !isOn
      since = switchAt
      orderedAt = null
    }
    served += on
    cost += price * on
  }
  return {
    hours: total / 3_600,
    servedHours: served / 3_600,
    uptime: served / total,
    stops,
    effectiveUsdPerMwh: served > 0 ? cost / served : null,
    firmUsdPerMwh: firmCost / total,
    hoursAboveStrike: above / 3_600,
    unservedHours: (total - served) / 3_600,
    billShareAboveStrike: firmCost > 0 ? costAbove / firmCost : null,
  }
}
