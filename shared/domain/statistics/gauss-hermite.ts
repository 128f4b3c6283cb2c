export interface Quadrature {
  readonly nodes: Float64Array
  readonly weights: Float64Array
}

/**
 * Nodes and weights of Gauss-Hermite quadrature: the integral of f(x)·exp(−x²) over the line is close to Σ w·f(x).
 * Roots of the orthonormal Hermite polynomial are found by a scan for sign changes and bisection; weights from
 * the polynomial of one degree less. Source: Abramowitz and Stegun 25.4.46.
 */
export function gaussHermite(points: number): Quadrature {
  const reach = Math.sqrt(2 * points + 1)
  const step = 0.5 / reach
  const nodes: number[] = []
  for (let left = -reach - step / 3; left < reach; left += step) {
    if (hermite(points, left) * hermite(points, left + step) < 0) nodes.push(bisect(points, left, left + step))
  }
  const weights = nodes.map((node) => 1 / (points * hermite(points - 1, node) ** 2))
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights) }
}

/** Orthonormal Hermite polynomial of a degree under the weight exp(−x²). */
function hermite(degree: number, x: number): number {
  let before = 0
  let value = Math.PI ** -0.25
  for (let n = 0; n < degree; n += 1) {
    const next = x * Math.sqrt(2 / (n + 1)) * value - Math.sqrt(n / (n + 1)) * before
    before = value
    value = next
  }
  return value
}

function bisect(degree: number, from: number, to: number): number {
  let left = from
  let right = to
  const leftSign = Math.sign(hermite(degree, left))
  for (let round = 0; round < 60; round += 1) {
    const middle = (left + right) / 2
    if (Math.sign(hermite(degree, middle)) === leftSign) left = middle
    else right = middle
  }
  return (left + right) / 2
}
