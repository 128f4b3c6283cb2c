/** Blocks alike in size, power and value. */
export interface BlockGroup {
  readonly blocks: number
  readonly blockMw: number
  /** Value of a block that is never converted, USD. */
  readonly stayUsd: number
  /** Value of a block converted in each slot, USD; −Infinity where it cannot be. */
  readonly convertUsd: Float64Array
}

export interface BlockSchedule {
  readonly valueUsd: number
  /** How many blocks of each group convert in each slot. */
  readonly conversions: readonly (readonly number[])[]
}

/**
 * The conversions that make all blocks together worth most, where one slot takes at most `slotMw` into service, and
 * one block in any case. Dynamic programming over slots, last to first, and over how many blocks of each group are
 * left: exact for the slots given. Of two schedules worth the same the one with fewer and earlier conversions is kept.
 */
export function scheduleBlocks(groups: readonly BlockGroup[], slots: number, slotMw: number): BlockSchedule {
  const states = groups.reduce((product, { blocks }) => product * (blocks + 1), 1)
  const left = Array.from({ length: states }, (_, state) => countsOf(groups, state))
  const moves = left.filter((counts) => isTaken(groups, counts, slotMw))
  const offsets = moves.map((counts) => stateOf(groups, counts))
  let next = Float64Array.from(left, (counts) => sumOf(groups, counts, ({ stayUsd }) => stayUsd))
  const chosen: Uint32Array[] = []
  for (let slot = slots - 1; slot >= 0; slot -= 1) {
    const best = new Float64Array(states).fill(Number.NEGATIVE_INFINITY)
    const by = new Uint32Array(states)
    const gains = moves.map((counts) => sumOf(groups, counts, ({ convertUsd }) => convertUsd[slot] ?? Number.NaN))
    for (let state = 0; state < states; state += 1) {
      const have = left[state] ?? []
      for (let move = 0; move < moves.length; move += 1) {
        if (!isWithin(moves[move] ?? [], have)) continue
        const value = (gains[move] ?? 0) + (next[state - (offsets[move] ?? 0)] ?? 0)
        if (value > (best[state] ?? 0)) {
          best[state] = value
          by[state] = move
        }
      }
    }
    chosen[slot] = by
    next = best
  }
  let state = states - 1
  const conversions = chosen.map((by) => {
    const move = by[state] ?? 0
    state -= offsets[move] ?? 0
    return moves[move] ?? []
  })
  return { valueUsd: next[states - 1] ?? 0, conversions }
}

function isTaken(groups: readonly BlockGroup[], counts: readonly number[], slotMw: number): boolean {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const mw = groups.reduce((sum, { blockMw }, group) => sum + blockMw * (counts[group] ?? 0), 0)
  return total <= 1 || mw <= slotMw * (1 + 1e-9)
}

/** Nothing times minus infinity is nothing here. */
function sumOf(groups: readonly BlockGroup[], counts: readonly number[], of: (group: BlockGroup) => number): number {
  return groups.reduce((sum, group, index) => {
    const count = counts[index] ?? 0
    return count === 0 ? sum : sum + count * of(group)
  }, 0)
}

function isWithin(counts: readonly number[], have: readonly number[]): boolean {
  return counts.every((count, group) => count <= (have[group] ?? 0))
}

function countsOf(groups: readonly BlockGroup[], state: number): readonly number[] {
  let rest = state
  return groups.map(({ blocks }) => {
    const count = rest % (blocks + 1)
    rest = Math.floor(rest / (blocks + 1))
    return count
  })
}

function stateOf(groups: readonly BlockGroup[], counts: readonly number[]): number {
  let state = 0
  for (let group = groups.length - 1; group >= 0; group -= 1)
    state = state * ((groups[group]?.blocks ?? 0) + 1) + (counts[group] ?? 0)
  return state
}
