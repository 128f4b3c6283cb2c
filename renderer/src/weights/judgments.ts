import type { CriterionGroup } from '../../../shared/domain/ranking/criteria.ts'

/** What one person says of pairs of groups; pairs not looked at count the same. */
export interface Judge {
  readonly name: string
  /** From -8 to 8 by pair: 0 the same, 3 the second four times as much, -3 the first. */
  readonly steps: Readonly<Record<string, number>>
}

export function pairKey(first: CriterionGroup, second: CriterionGroup): string {
  return `${first} ${second}`
}

/** Ratios of importance, reciprocal, for the groups in their order. */
export function judgmentMatrix(
  groups: readonly CriterionGroup[],
  steps: Readonly<Record<string, number>>,
): readonly (readonly number[])[] {
  return groups.map((first, row) =>
    groups.map((second, column) => {
      if (row === column) return 1
      const step = (row < column ? steps[pairKey(first, second)] : steps[pairKey(second, first)]) ?? 0
      const ratio = step < 0 ? 1 - step : 1 / (1 + step)
      return row < column ? ratio : 1 / ratio
    }),
  )
}
