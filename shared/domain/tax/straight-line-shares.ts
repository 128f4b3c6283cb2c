/** Share of a price that is written off in each of `years` years when the whole is written off evenly over `lifeYears`. */
export function straightLineShares(lifeYears: number, years: number): Float64Array {
  return Float64Array.from({ length: years }, (_, year) =>
    lifeYears > 0 ? Math.max(0, Math.min(1, lifeYears - year) / lifeYears) : year === 0 ? 1 : 0,
  )
}
