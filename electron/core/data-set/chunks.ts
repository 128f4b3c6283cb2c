/** How long a job keeps its worker busy before other calls get their turn, ms. */
const TURN_MS = 12

/** Lets waiting calls in whenever a turn is over. */
export class Turns {
  #since = performance.now()

  isOver(): boolean {
    return performance.now() - this.#since > TURN_MS
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }
}
