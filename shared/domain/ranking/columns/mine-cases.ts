/**
 * All that a mine and a hybrid are valued by beside their dates, one entry a case. Cases of one time stand together, in
 * stretches, so that a loop over a stretch reads what belongs to the time once.
 */
export interface MineCases {
  readonly price: Float64Array
  readonly capital: Float64Array
  /** Value at its start of the AI hall that the mine turns into, a gain times the chance that the gates pass. */
  readonly converted: Float64Array
  readonly place: Uint8Array
  /** Results. */
  readonly mine: Float64Array
  readonly hybrid: Float64Array
}

/** Cases from `ends[index - 1]` to before `ends[index]` have the time `times[index]`. */
export interface Stretches {
  readonly times: Uint32Array
  readonly ends: Uint32Array
}

export function emptyCases(count: number): MineCases {
  return {
    price: new Float64Array(count),
    capital: new Float64Array(count),
    converted: new Float64Array(count),
    place: new Uint8Array(count),
    mine: new Float64Array(count),
    hybrid: new Float64Array(count),
  }
}
