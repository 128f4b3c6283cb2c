/**
 * Evenly spaced points on a line between which a figure is interpolated. They lie where they lie whatever sites a catalog
 * holds, so that no site changes what is said of another.
 */
export class Lattice {
  readonly #step: number

  constructor(step: number) {
    this.#step = step
  }

  /** Number of the point at or below a value. */
  below(value: number): number {
    return Math.floor(value / this.#step)
  }

  /** Share of the way to the next point, 0 to 1. */
  share(value: number): number {
    return value / this.#step - this.below(value)
  }

  at(point: number): number {
    return point * this.#step
  }
}
