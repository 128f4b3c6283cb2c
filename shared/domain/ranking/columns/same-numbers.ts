/**
 * Tells whether a computation's inputs are the very ones of the time before, so that its result still stands. Inputs are
 * compared number by number; NaN equals NaN, because an unknown input stays unknown.
 */
export class SameNumbers {
  #last: readonly Float64Array[] = []

  /** Whether `inputs` equal those of the last call; keeps copies of them when they do not. */
  check(inputs: readonly Float64Array[]): boolean {
    if (this.#last.length === inputs.length && inputs.every((input, index) => isEqual(input, this.#last[index]))) {
      return true
    }
    this.#last = inputs.map((input) => input.slice())
    return false
  }
}

function isEqual(one: Float64Array, other: Float64Array | undefined): boolean {
  if (other === undefined || one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) {
    if (!Object.is(one[index], other[index])) return false
  }
  return true
}
