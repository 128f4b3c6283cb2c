import { ahp } from '../../../shared/domain/mcda/ahp.ts'
import { groupJudgments } from '../../../shared/domain/mcda/group-judgments.ts'
import { leastConsistentPair } from '../../../shared/domain/mcda/least-consistent-pair.ts'
import type { CriterionGroup } from '../../../shared/domain/ranking/criteria.ts'
import { judgmentMatrix } from './judgments.ts'

/** Weights of the groups, in their order, by what people said of pairs of them, with the pair that fits least. */
export function judgedWeights(
  groups: readonly CriterionGroup[],
  people: readonly { readonly steps: Readonly<Record<string, number>> }[],
) {
  const matrix = groupJudgments(people.map(({ steps }) => judgmentMatrix(groups, steps)))
  const { weights, consistencyRatio } = ahp(matrix, 'eigenvector', 'saaty')
  return { weights, ratio: consistencyRatio, odd: leastConsistentPair(matrix, weights) }
}
