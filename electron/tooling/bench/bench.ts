/** One row of the table: what was timed, against what, and by how much it has to win. */
export interface BenchRow {
  readonly what: string
  /** Median of processor time, of memory, or a count, in `unit`. */
  readonly value: number
  readonly reference: number
  readonly referenceName: string
  readonly unit: 'ms' | 'MB' | 'catalogs' | 'cases'
  /** Reference over value that the run must reach, or null where the row only informs. */
  readonly requiredRatio: number | null
}

/** Measures a part of the product next to its reference, in one process and one run, and checks that both agree. */
export type Bench = () => readonly BenchRow[]
