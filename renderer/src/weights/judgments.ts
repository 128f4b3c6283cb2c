import type { CriterionGroup } from '../../../shared/domain/ranking/criteria.ts'

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
