/**
 * All that a mine and a hybrid are valued by beside their dates, one entry a case: every site as things stand, at its
 * position, and after them the sites whose score may move when everything unknown is at its best. Cases of one time
 * stand together, in stretches, so that a loop over a stretch reads what belongs to the time once.
 */
export interface MineCases {
  readonly price: Float64Array
  readonly capital: Float64Array
  /** Value at its start of the AI hall that the mine turns into, a gain times the chance that the gates pass. */
  readonly converted: Float64Array
  readonly completion: Float64Array
  /** Studies lost if power does not come, USD a gross MW. */
  readonly lost: Float64Array
  /** Results. */
  readonly mine: Float64Array
  readonly hybrid: Float64Array
}

/** Cases from `ends[index - 1]` to before `ends[index]` have the time `times[index]`. */
export interface Stretches {
  readonly times: Uint32Array
  readonly ends: Uint32Array
}

export function emptyCases(most: number): MineCases {
  const column = () => new Float64Array(most)
  return {
    price: column(),
    capital: column(),
    converted: column(),
    completion: column(),
    lost: column(),
    mine: column(),
    hybrid: column(),
  }
}
