import { CRITERIA, type CriterionId, criterionDef, isCriterionId } from './criteria.ts'
import type { Lens } from './lens.ts'
import { criterion, type Ruler } from './ruler.ts'

/** A ruler as a user sets it; weights need not add to 1. */
export interface RulerDraft {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly lens: Lens
  readonly criteria: readonly {
    readonly id: string
    readonly weight: number
    readonly worst: number
    readonly best: number
  }[]
}

export type ResolvedRuler =
  | { readonly ok: true; readonly ruler: Ruler }
  | { readonly ok: false; readonly reason: string }

/** A ruler whose weights add to 1, or the one sentence why it cannot measure. */
export function resolveRuler(draft: RulerDraft): ResolvedRuler {
  const reason = rulerProblem(draft)
  if (reason !== null) return { ok: false, reason }
  const sum = draft.criteria.reduce((total, { weight }) => total + weight, 0)
  const { id, name, version, lens } = draft
  const criteria = draft.criteria.map((each) =>
    criterion(each.id as CriterionId, each.weight / sum, each.worst, each.best),
  )
  return { ok: true, ruler: { id, name: name.trim(), version, lens, criteria } }
}

function rulerProblem({ name, criteria }: RulerDraft): string | null {
  if (name.trim() === '') return 'A ruler needs a name; type one.'
  const seen = new Set<string>()
  for (const each of criteria) {
    if (!isCriterionId(each.id)) {
      return `There is no criterion "${each.id.slice(0, 40)}"; known ones are ${CRITERIA.join(', ')}.`
    }
    const { label } = criterionDef(each.id)
    if (seen.has(each.id)) return `The criterion ${label} stands in the ruler twice; take one out.`
    seen.add(each.id)
    if (!(each.weight >= 0 && Number.isFinite(each.weight))) {
      return `The weight of ${label} must be a number from 0 up, not ${each.weight}.`
    }
    const reason = boundsProblem(each.id, each.worst, each.best)
    if (reason !== null) return reason
  }
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  if (!(sum > 0)) return 'All weights are 0; give at least one criterion a weight above 0.'
  return Number.isFinite(sum) ? null : 'The weights are too large to add up; make them smaller.'
}

function boundsProblem(id: CriterionId, worst: number, best: number): string | null {
  const { label, unit, min, max, isLessBetter } = criterionDef(id)
  for (const bound of [worst, best]) {
    if (!(bound >= min && bound <= max)) {
      return `The bounds of ${label} must be numbers from ${min} to ${max}${unit === '' ? '' : ` ${unit}`}, not ${bound}.`
    }
  }
  if (worst === best) return `The worst and the best of ${label} are both ${best}; set two different bounds.`
  if (worst > best !== isLessBetter) {
    return `The bounds of ${label} run the wrong way: ${isLessBetter ? 'less' : 'more'} is better, so set the worst ${isLessBetter ? 'above' : 'below'} the best.`
  }
  return null
}
