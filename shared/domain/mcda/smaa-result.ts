/** How sites fare over all weights that are held possible. */
export interface SmaaResult {
  /** Per site, the share of the weights that puts it on rank 1, 2, …; sites that tie share the better rank. */
  readonly rankAcceptability: readonly Float64Array[]
  /** Per site, the middle of the weights that put it first; null where none does. */
  readonly centralWeights: readonly (Float64Array | null)[]
  /** Per site, how probably it is first at its central weights, given how uncertain the values are; null without them. */
  readonly confidenceFactors: readonly (number | null)[]
  /** Draws behind the shares; 0 when they are exact. */
  readonly draws: number
}
