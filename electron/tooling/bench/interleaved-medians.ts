import process from 'node:process'

const WARM_UP_ROUNDS = 12

/** What is timed, or the same with something to do before that is not. */
type Step =
  | ((round: number) => void)
  | { readonly before: (round: number) => void; readonly run: (round: number) => void }

type Steps = Readonly<Record<string, Step>>

/**
 * Median milliseconds of processor time of each step, after rounds that let the compiler settle. Steps take turns in
 * every round, so that a neighbour on the machine burdens all of them alike; processor time of all of the process's
 * threads leaves out the waiting for a core.
 */
export function interleavedMedians<T extends Steps>(rounds: number, steps: T): Record<keyof T, number> {
  const names = Object.keys(steps) as (keyof T)[]
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<keyof T, number[]>
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    for (const name of names) {
      const step: Step | undefined = steps[name]
      if (typeof step === 'object') step.before(round + WARM_UP_ROUNDS)
      const run = typeof step === 'object' ? step.run : step
      const before = process.cpuUsage()
      run?.(round + WARM_UP_ROUNDS)
      const { user, system } = process.cpuUsage(before)
      if (round >= 0) times[name].push((user + system) / 1_000)
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<keyof T, number>
}
