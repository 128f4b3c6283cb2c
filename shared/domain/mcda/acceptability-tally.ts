/** Sums up parts of the weight space, each with the ranks that hold in it. */
export interface AcceptabilityTally {
  /** `middle` is the centroid of the part, `volume` its size in any one unit. */
  add(ranks: readonly number[], middle: readonly number[], volume: number): void
  rankAcceptability(): readonly Float64Array[]
  centralWeights(): readonly (Float64Array | null)[]
}

/** A tally for `sites` under `criteria` weights. */
export function acceptabilityTally(sites: number, criteria: number): AcceptabilityTally {
  const volumes = Array.from({ length: sites }, () => new Float64Array(sites))
  const moments = Array.from({ length: sites }, () => new Float64Array(criteria))
  let total = 0
  return {
    add(ranks, middle, volume) {
      total += volume
      for (const [site, rank] of ranks.entries()) {
        const row = volumes[site]
        const moment = moments[site]
        if (row === undefined || moment === undefined) continue
        row[rank - 1] = (row[rank - 1] ?? 0) + volume
        if (rank !== 1) continue
        for (const [index, weight] of middle.entries()) moment[index] = (moment[index] ?? 0) + volume * weight
      }
    },
    rankAcceptability: () => volumes.map((row) => row.map((volume) => volume / total)),
    centralWeights: () =>
      moments.map((moment, site) => {
        const first = volumes[site]?.[0] ?? 0
        return first > 0 ? moment.map((each) => each / first) : null
      }),
  }
}
