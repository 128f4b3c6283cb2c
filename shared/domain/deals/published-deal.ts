/** What a press release or filing says of an AI deal at a power site, with what it leaves out as null. */
export interface PublishedDeal {
  readonly name: string
  /** ISO date, possibly year and month only. */
  readonly announced: string
  /** Critical IT megawatts, which rents are quoted on. */
  readonly itMw: number
  readonly termYears: number
  /** Either the whole contract's value or the first year's rent is published. */
  readonly contractValueUsd: number | null
  readonly year1RentUsdPerMwYear: number | null
  /** 3% a year where the deal does not state one. */
  readonly escalator: number
  readonly isEscalatorStated: boolean
  /** Share of revenue left as net operating income; null where the tenant pays for the building. */
  readonly noiMargin: number | null
  readonly costUsd: number | null
  readonly gpus: number | null
  /** The same figures as the company gave them. */
  readonly published: Partial<DealFigures>
  readonly source: string
}

/** What a deal's published inputs come to. NaN where an input is missing. */
export interface DealFigures {
  readonly averageRevenueUsdPerYear: number
  readonly year1RevenueUsdPerYear: number
  readonly year1RentUsdPerKwMonth: number
  readonly averageNoiUsdPerYear: number
  readonly year1NoiUsdPerYear: number
  /** Net operating income of the first year over the cost. */
  readonly year1YieldOnCost: number
  readonly averageYieldOnCost: number
  /** Revenue of a GPU-hour with every hour sold. */
  readonly gpuHourUsd: number
}
