export interface RackTerms {
  /** Everything that a rack takes, its share of the building included. */
  readonly costUsdPerRack: number
  readonly computeUsdPerRack: number
  readonly gpusPerRack: number
  /** Everything that a gigawatt takes. */
  readonly costUsdPerGw: number
}

export interface RackEconomics {
  readonly racksPerGw: number
  readonly facilityKwPerRack: number
  readonly computeUsdPerGpu: number
  /** What a facility megawatt costs without its compute. */
  readonly infrastructureUsdPerMw: number
}

/** What a price a rack and a price a gigawatt say together. */
export function rackEconomics(terms: RackTerms): RackEconomics {
  const racksPerGw = terms.costUsdPerGw / terms.costUsdPerRack
  const facilityKwPerRack = 1e6 / racksPerGw
  return {
    racksPerGw,
    facilityKwPerRack,
    computeUsdPerGpu: terms.computeUsdPerRack / terms.gpusPerRack,
    infrastructureUsdPerMw: ((terms.costUsdPerRack - terms.computeUsdPerRack) / facilityKwPerRack) * 1_000,
  }
}
