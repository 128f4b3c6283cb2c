import { CRITERION_GROUPS, type CriterionGroup, criterionDef } from './criteria.ts'
import type { Criterion } from './ruler.ts'

/** The groups that criteria belong to, in the order of CRITERION_GROUPS. */
export function groupsOf(criteria: readonly Criterion[]): readonly CriterionGroup[] {
  return CRITERION_GROUPS.filter((group) => criteria.some(({ id }) => criterionDef(id).group === group))
}

/**
 * The criteria with the weights of their groups: within a group they keep their proportions, and share evenly where
 * none had a weight. `groups` and `weights` name the same groups in the same order.
 */
export function withGroupWeights(
  criteria: readonly Criterion[],
  groups: readonly CriterionGroup[],
  weights: readonly number[],
): readonly Criterion[] {
  return criteria.map((each) => {
    const { group } = criterionDef(each.id)
    const members = criteria.filter(({ id }) => criterionDef(id).group === group)
    const sum = members.reduce((total, { weight }) => total + weight, 0)
    const share = sum > 0 ? each.weight / sum : 1 / members.length
    return { ...each, weight: share * (weights[groups.indexOf(group)] ?? 0) }
  })
}
