/**
 * One reciprocal matrix for several people who compared the same things: geometric mean of their ratios, the only mean
 * that stays reciprocal. Source: Aczél and Saaty 1983.
 */
export function groupJudgments(members: readonly (readonly (readonly number[])[])[]): readonly (readonly number[])[] {
  const [first = []] = members
  return first.map((ratios, row) =>
    ratios.map((_, column) => {
      const logs = members.reduce((sum, matrix) => sum + Math.log(matrix[row]?.[column] ?? Number.NaN), 0)
      return Math.exp(logs / members.length)
    }),
  )
}
