import type { Judgment } from '../../../shared/contract/rulers.ts'
import { criterionDef } from '../../../shared/domain/ranking/criteria.ts'
import { groupsOf } from '../../../shared/domain/ranking/group-weights.ts'
import type { Criterion } from '../../../shared/domain/ranking/ruler.ts'
import { judgedWeights } from './judged-weights.ts'

/** Shares of weight that differ by less are the same. */
const SAME = 1e-6

/** The judgments that criteria have their weights from; none where nobody judged or weights were set by hand since. */
export function judgmentsBehind(criteria: readonly Criterion[], judges: readonly Judgment[]): Judgment[] {
  const made = judges.filter(({ steps }) => Object.values(steps).some((step) => step !== 0))
  const groups = groupsOf(criteria)
  if (made.length === 0 || groups.length < 2) return []
  const { weights } = judgedWeights(groups, judges)
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  const areTheirs = groups.every((group, at) => {
    const own = criteria.filter(({ id }) => criterionDef(id).group === group)
    const share = own.reduce((total, { weight }) => total + weight, 0) / sum
    return Math.abs(share - (weights[at] ?? 0)) < SAME
  })
  return areTheirs ? [...judges] : []
}
