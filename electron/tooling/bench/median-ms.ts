const WARM_UP_ROUNDS = 6

/** Median milliseconds of a step after rounds that let the compiler settle; `step` is given the round's number. */
export function medianMs(rounds: number, step: (round: number) => void): number {
  for (let round = 0; round < WARM_UP_ROUNDS && round < rounds; round += 1) step(round)
  const times = Array.from({ length: rounds }, (_, round) => {
    const startMs = performance.now()
    step(round)
    return performance.now() - startMs
  })
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN
}
