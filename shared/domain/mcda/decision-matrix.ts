import type { CriterionDirection } from './criterion-direction.ts'

/** Sites judged on criteria: one row a site, one column a criterion, every value known. */
export interface DecisionMatrix {
  readonly values: readonly (readonly number[])[]
  /** One a criterion. */
  readonly directions: readonly CriterionDirection[]
  /** One a criterion, at least 0 and not all 0; they need not add to 1. */
  readonly weights: readonly number[]
}
