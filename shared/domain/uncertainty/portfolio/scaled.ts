/** Runs steps as one part of a longer run: their shares done, 0 to 1, become `from` to `to`. */
export function* scaled<T>(from: number, to: number, steps: Generator<number, T, void>): Generator<number, T, void> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}
