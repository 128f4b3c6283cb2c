/**
 * Every number that a scenario assumes about markets and costs, in the order a user reads them.
 * Defaults, ranges and their sources come from the parameter table of the economic model.
 */
export interface AssumptionDef {
  readonly label: string
  readonly unit: string
  readonly default: number
  /** Accepted bounds, inclusive; a slider spans `low` to `high`. */
  readonly min: number
  readonly max: number
  readonly low: number
  readonly high: number
  readonly source: string
  /** Where the assumption is a choice and not an amount: what its values 0, 1, 2 … stand for. */
  readonly choices?: readonly string[]
}
