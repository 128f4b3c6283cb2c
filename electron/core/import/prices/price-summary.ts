/** What a file of prices holds, over every price that its rows publish. */
export class PriceSummary {
  rows = 0
  #count = 0
  #negative = 0
  #sum = 0
  #lost = 0
  #min = Infinity
  #max = -Infinity
  readonly #points = new Set<string>()

  tell = (point: string, price: number): void => {
    this.#points.add(point)
    this.#count++
    if (price < 0) this.#negative++
    if (price < this.#min) this.#min = price
    if (price > this.#max) this.#max = price
    // Kahan's sum: a year of one market has millions of prices.
    const term = price - this.#lost
    const sum = this.#sum + term
    this.#lost = sum - this.#sum - term
    this.#sum = sum
  }

  toJson(): Record<string, unknown> {
    const isEmpty = this.#count === 0
    return {
      rows: this.rows,
      points: this.#points.size,
      min: isEmpty ? null : this.#min,
      max: isEmpty ? null : this.#max,
      mean: isEmpty ? null : this.#sum / this.#count,
      negative: this.#negative,
    }
  }
}
