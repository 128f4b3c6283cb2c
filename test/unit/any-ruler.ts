import fc from 'fast-check'
import { CRITERIA, criterionDef } from '../../shared/domain/ranking/criteria.ts'
import { LENSES } from '../../shared/domain/ranking/lens.ts'
import { resolveRuler } from '../../shared/domain/ranking/resolve-ruler.ts'
import type { Ruler } from '../../shared/domain/ranking/ruler.ts'

/** A share of the span of a criterion's allowed bounds, near its usual ones half of the time. */
const anyBound = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.4, max: 0.6, noNaN: true }))

/** Any ruler that a user may set: any lens, any criteria with any weights, zeros included, and any bounds. */
export const anyRuler: fc.Arbitrary<Ruler> = fc
  .record({
    lens: fc.constantFrom(...LENSES),
    weights: fc
      .array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1, noNaN: true })), {
        minLength: CRITERIA.length,
        maxLength: CRITERIA.length,
      })
      .filter((weights) => weights.some((weight) => weight > 0)),
    isUsual: fc.array(fc.boolean(), { minLength: CRITERIA.length, maxLength: CRITERIA.length }),
    bounds: fc.array(fc.tuple(anyBound, anyBound), { minLength: CRITERIA.length, maxLength: CRITERIA.length }),
    isWhole: fc.boolean(),
  })
  .map(({ lens, weights, isUsual, bounds, isWhole }) => {
    const criteria = CRITERIA.flatMap((id, index) => {
      const weight = weights[index] ?? 0
      return isWhole || weight > 0 ? [{ id, weight, ...boundsOf(id, isUsual[index] === true, bounds[index]) }] : []
    })
    const resolved = resolveRuler({ id: 'any', name: 'Any', version: 1, lens, criteria })
    if (!resolved.ok) throw new Error(resolved.reason)
    return resolved.ruler
  })

function boundsOf(id: (typeof CRITERIA)[number], isUsual: boolean, shares: readonly [number, number] | undefined) {
  const { min, max, worst, best, isLessBetter } = criterionDef(id)
  const [one = 0, other = 1] = (shares ?? [0, 1]).map((share) => min + share * (max - min))
  if (isUsual || Math.abs(one - other) < 1e-6 * (max - min)) return { worst, best }
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  return isLessBetter ? { worst: high, best: low } : { worst: low, best: high }
}
