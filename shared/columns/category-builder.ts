import type { CategoryValues } from './site-columns.ts'

const MOST_LABELS = 65_535

/** Collects the texts of one category column row by row; code 0 stands for unknown. */
export class CategoryBuilder {
  readonly #labels: string[] = ['']
  readonly #codeOf = new Map<string, number>([['', 0]])
  readonly #codes: Uint16Array

  constructor(count: number) {
    this.#codes = new Uint16Array(count)
  }

  /** Sets a row's label. Past 65,535 different labels a further one is kept as unknown. */
  set(row: number, label: string | null): void {
    if (label === null || label === '') return
    let code = this.#codeOf.get(label)
    if (code === undefined) {
      if (this.#labels.length > MOST_LABELS) return
      code = this.#labels.length
      this.#labels.push(label)
      this.#codeOf.set(label, code)
    }
    this.#codes[row] = code
  }

  done(): CategoryValues {
    return { labels: this.#labels, codes: this.#codes }
  }
}
