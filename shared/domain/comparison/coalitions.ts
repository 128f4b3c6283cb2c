import { type RandomSource, randomStreams } from '../statistics/random-streams.ts'

/** Up to so many players every coalition is looked at; 2 to that power are ranked. */
export const MOST_EXACT_PLAYERS = 8

/** About how many rankings a sampled attribution takes. */
const SAMPLED_RANKINGS = 320

/** How an attribution was worked out. */
export type Attribution =
  | { readonly type: 'exact' }
  | { readonly type: 'sampled'; readonly orders: number; readonly seed: number }

/** A set of players that have gone over, with what its outcome adds to each player's share. */
export interface Coalition {
  readonly members: readonly boolean[]
  readonly weights: Float64Array
}

/**
 * The coalitions from which Shapley values follow: a player's value is the sum over them of weight times outcome.
 * Exact for up to eight players (Shapley 1953); beyond, the mean over random orders, each with its reverse, which
 * still adds up to the whole change (Castro, Gómez and Tejada 2009).
 */
export function shapleyCoalitions(
  players: number,
  seed: number,
): { coalitions: Coalition[]; attribution: Attribution } {
  if (players <= MOST_EXACT_PLAYERS) return { coalitions: exact(players), attribution: { type: 'exact' } }
  const orders = 2 * Math.max(4, Math.round(SAMPLED_RANKINGS / players / 2))
  return { coalitions: sampled(players, orders, seed), attribution: { type: 'sampled', orders, seed } }
}

function exact(players: number): Coalition[] {
  // share[s]: s! (n - s - 1)! / n!, the chance that exactly these s players go before a given other one.
  const share = Array.from({ length: players }, (_, size) => 1 / (players * binomial(players - 1, size)))
  return Array.from({ length: 2 ** players }, (_, bits) => {
    const members = Array.from({ length: players }, (_each, player) => ((bits >> player) & 1) === 1)
    const size = members.filter(Boolean).length
    return {
      members,
      weights: Float64Array.from(members, (isMember) => (isMember ? (share[size - 1] ?? 0) : -(share[size] ?? 0))),
    }
  })
}

function sampled(players: number, orders: number, seed: number): Coalition[] {
  const random = randomStreams(seed)('orders of assumptions')
  const byMembers = new Map<string, Coalition>()
  const coalitionOf = (members: readonly boolean[]): Coalition => {
    const key = members.map(Number).join('')
    const known = byMembers.get(key)
    if (known) return known
    const made = { members: [...members], weights: new Float64Array(players) }
    byMembers.set(key, made)
    return made
  }
  for (let pair = 0; pair < orders / 2; pair += 1) {
    const order = shuffled(players, random)
    for (const each of [order, order.toReversed()]) {
      const members = Array.from({ length: players }, () => false)
      for (const player of each) {
        coalitionOf(members).weights[player]! -= 1 / orders
        members[player] = true
        coalitionOf(members).weights[player]! += 1 / orders
      }
    }
  }
  return [...byMembers.values()]
}

function shuffled(count: number, random: RandomSource): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const moved = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = moved
  }
  return order
}

function binomial(n: number, k: number): number {
  let value = 1
  for (let each = 1; each <= k; each += 1) value = (value * (n - k + each)) / each
  return value
}
