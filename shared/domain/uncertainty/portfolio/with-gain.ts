/** A gain counts with its factor, a loss in full. */
export function withGain(amount: number, gain: number): number {
  return amount > 0 ? amount * gain : amount
}
