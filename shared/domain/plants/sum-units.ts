/** What the record of a generating unit says of its end. */
export interface PlantUnit {
  readonly capacityMw: number | null
  /** `retired`, `in_service` and so on; null where the record has no status. */
  readonly stage: string | null
  /** The year in which the unit went or is to go out of service. */
  readonly retirementYear: number | null
}

/** Nameplate capacity of a plant by what becomes of it, MW. */
export interface PlantCapacity {
  readonly units: number
  readonly nameplateMw: number
  readonly retiredMw: number
  /** In service with a year of retirement. */
  readonly retiringMw: number
  /** The year in which the last of the retired and retiring units goes; null where no year is known. */
  readonly lastRetirementYear: number | null
}

/** Adds up a plant's units. A unit that was never built counts for nothing. */
export function sumUnits(units: readonly PlantUnit[]): PlantCapacity {
  const built = units.filter(({ stage }) => stage === 'retired' || stage === 'in_service')
  const retired = built.filter(({ stage }) => stage === 'retired')
  const retiring = built.filter(({ stage, retirementYear }) => stage === 'in_service' && retirementYear !== null)
  const years = [...retired, ...retiring].flatMap(({ retirementYear }) => retirementYear ?? [])
  return {
    units: built.length,
    nameplateMw: megawatts(built),
    retiredMw: megawatts(retired),
    retiringMw: megawatts(retiring),
    lastRetirementYear: years.length === 0 ? null : Math.max(...years),
  }
}

/** The sum without the dust of binary fractions; nameplates are published in tenths of a megawatt. */
function megawatts(units: readonly PlantUnit[]): number {
  return Math.round(units.reduce((sum, { capacityMw }) => sum + (capacityMw ?? 0), 0) * 1_000) / 1_000
}
