/**
 * Expected discount factor of an event at a time spread triangularly over (`earliest`, `likeliest`, `latest`) years,
 * at the continuous `rate`. The density is integrated piece by piece, which stays exact where pieces vanish
 * (likeliest at an end, or no spread at all) and where the rate is 0.
 */
export function discountTriangular(earliest: number, likeliest: number, latest: number, rate: number): number {
  const rise = likeliest - earliest
  const fall = latest - likeliest
  // Not latest − earliest, which rounds otherwise than its two parts where the spread is tiny.
  const width = rise + fall
  if (width === 0) return Math.exp(-rate * earliest)
  const rising = rise * Math.exp(-rate * earliest) * risingMoment(rate * rise)
  const falling = fall * Math.exp(-rate * likeliest) * fallingMoment(rate * fall)
  return (2 * (rising + falling)) / width
}

/** Integral of u·exp(−z·u) over 0 to 1. */
function risingMoment(z: number): number {
  if (Math.abs(z) < 0.01) return 1 / 2 - z / 3 + z ** 2 / 8 - z ** 3 / 30 + z ** 4 / 144
  return (1 - Math.exp(-z) * (1 + z)) / z ** 2
}

/** Integral of (1 − u)·exp(−z·u) over 0 to 1. */
function fallingMoment(z: number): number {
  if (Math.abs(z) < 0.01) return 1 / 2 - z / 6 + z ** 2 / 24 - z ** 3 / 120 + z ** 4 / 720
  return (z + Math.expm1(-z)) / z ** 2
}
