import { type TimeTables, timeTables } from '../ranking/scenario-terms.ts'
import type { AssumptionKey, Assumptions } from '../scenario/assumption-defs.ts'

/** The delay tables of a scenario, and which assumptions they are made of: only those need them made again. */
export function timesOfCase(assumptions: Assumptions): {
  readonly times: TimeTables
  isMadeOf(key: AssumptionKey): boolean
} {
  const read = new Set<PropertyKey>()
  const watched = new Proxy(assumptions, {
    get(target, key, receiver) {
      read.add(key)
      return Reflect.get(target, key, receiver)
    },
  })
  const times = timeTables(watched)
  return { times, isMadeOf: (key) => read.has(key) }
}
