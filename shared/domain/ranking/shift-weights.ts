/** A weight that a slider moves; the others make room for it unless they are locked. */
export interface LockableWeight {
  readonly weight: number
  readonly isLocked: boolean
}

/**
 * The weights after one of them is set, still adding to 1: the unlocked others give or take in proportion to what they
 * have. Where they cannot give enough, the weight moves as far as they let it.
 */
export function shiftWeights(all: readonly LockableWeight[], index: number, wanted: number): readonly number[] {
  const others = all.filter((each, at) => at !== index && !each.isLocked)
  const locked = all.reduce((sum, each, at) => (at !== index && each.isLocked ? sum + each.weight : sum), 0)
  const room = Math.max(0, 1 - locked)
  if (others.length === 0) return all.map(({ weight }, at) => (at === index ? room : weight))
  const weight = Math.min(room, Math.max(0, wanted))
  const shared = room - weight
  const had = others.reduce((sum, each) => sum + each.weight, 0)
  return all.map((each, at) => {
    if (at === index) return weight
    if (each.isLocked) return each.weight
    return had > 0 ? (shared * each.weight) / had : shared / others.length
  })
}
