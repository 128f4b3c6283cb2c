import * as z from 'zod'
import { isPeakHour, MOST_PEAK_HOURS } from '../domain/prices/peak-hours.ts'
import { PRICE_RUNS } from '../domain/prices/price-series.ts'
import type { ContractDef } from './define.ts'

/** "ERCOT/real_time/HB_WEST/SH": market, run, name, and the type where the market gives one. */
export const priceNodeId = z.string().min(1).max(200)
const usdPerMwh = z.number()
const minutes = z
  .number()
  .min(0)
  .max(7 * 24 * 60)
const utc = z.iso.datetime()

export const priceNode = z.strictObject({
  nodeId: priceNodeId,
  market: z.string(),
  run: z.enum(PRICE_RUNS),
  name: z.string(),
  type: z.string(),
  intervals: z.number().int(),
  /** First month and last month with prices, 2022-01. */
  fromMonth: z.string(),
  toMonth: z.string(),
  /** The data set that the newest of its prices came with. */
  source: z.string(),
})

/** Hours of a system's peaks by the market's clock: 2025-06-18T17, or 2025-06-18T16:45 for a quarter of an hour. */
export const peakHours = z
  .array(z.string().max(20).refine(isPeakHour, 'is no hour such as 2025-06-18T17'))
  .max(MOST_PEAK_HOURS)

export const priceStatistics = z.strictObject({
  intervals: z.number().int(),
  hours: z.number(),
  coverage: z.number().min(0).max(1),
  fromUtc: utc,
  toUtc: utc,
  meanUsdPerMwh: usdPerMwh,
  minUsdPerMwh: usdPerMwh,
  maxUsdPerMwh: usdPerMwh,
  percentiles: z.array(z.strictObject({ percent: z.number(), usdPerMwh })),
  negativeHours: z.number(),
  logSd: z.number().nullable(),
  peaks: z.array(z.strictObject({ startUtc: utc, usdPerMwh })),
  peakMeanUsdPerMwh: usdPerMwh.nullable(),
  /** Whether the peaks are those that were asked for, or stand in for them by price. */
  arePeaksNamed: z.boolean(),
  unpricedPeaks: z.array(z.string()),
  durationCurve: z.array(usdPerMwh),
})

export const curtailmentRule = z.strictObject({
  strikeUsdPerMwh: z.number().min(-10_000).max(100_000),
  responseMinutes: minutes.default(0),
  minimumDownMinutes: minutes.default(0),
  minimumRunMinutes: minutes.default(0),
})

export const curtailment = z.strictObject({
  hours: z.number(),
  servedHours: z.number(),
  uptime: z.number().min(0).max(1),
  stops: z.number().int(),
  effectiveUsdPerMwh: usdPerMwh.nullable(),
  firmUsdPerMwh: usdPerMwh,
  hoursAboveStrike: z.number(),
  unservedHours: z.number(),
  billShareAboveStrike: z.number().nullable(),
})

export type PriceNode = z.output<typeof priceNode>
export type PriceStatisticsReport = z.output<typeof priceStatistics>
export type CurtailmentReport = z.output<typeof curtailment>

export const prices = {
  'prices.list': {
    kind: 'query',
    /** `text` is looked for in market and name. */
    input: z.strictObject({
      text: z.string().max(200).default(''),
      limit: z.number().int().min(1).max(10_000).default(1_000),
    }),
    output: z.strictObject({ nodes: z.array(priceNode), total: z.number().int() }),
  },
  'prices.stats': {
    kind: 'query',
    input: z.strictObject({ nodeId: priceNodeId, peakHours: peakHours.default([]) }),
    output: z.strictObject({ node: priceNode, statistics: priceStatistics }),
  },
  'prices.simulate': {
    kind: 'query',
    input: z.strictObject({ nodeId: priceNodeId, rule: curtailmentRule }),
    output: z.strictObject({ node: priceNode, curtailment }),
  },
} as const satisfies ContractDef
