/**
 * Share of the income of a first lease, by present value, that is left where its tenant defaults.
 *
 * From a random moment of the lease on, part of the rent is lost; the rest comes from whoever takes over, so `loss` is
 * after re-leasing. At a uniform moment, by present value, half the income lies ahead on average: a loss of up to half
 * takes twice itself of what lies ahead, and a greater one takes all of it, from a moment that comes the earlier the
 * greater the loss. Averaged over moments the loss is `loss` itself, which is what the valuation takes off.
 *
 * @param loss share of the whole first lease that a default costs on average, 0 to 1.
 * @param ahead uniform between 0 and 1: 0 at the end of the lease, 1 on its first day.
 */
export function keptOfFirstLease(loss: number, ahead: number): number {
  if (loss <= 0.5) return 1 - 2 * loss * ahead
  return 1 - ahead ** ((1 - loss) / loss)
}
