import { describe, expect, it } from 'vitest'
import { gaussHermite } from '../../shared/domain/statistics/gauss-hermite.ts'
import { normalCdf } from '../../shared/domain/statistics/normal-cdf.ts'

describe('normal distribution', () => {
  // Abramowitz and Stegun, table 26.1, and 40-digit evaluations of erfc.
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1, 0.15865525393145705],
    [1.96, 0.9750021048517795],
    [2.9, 0.9981341866996161],
    [3, 0.9986501019683699],
    [-3, 0.0013498980316300946],
    [-5, 2.866515718791939e-7],
    [-10, 7.619853024160527e-24],
    [-37, 5.725571222524576e-300],
  ])('is right at %f to fifteen digits', (x, expected) => {
    expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(4e-15)
  })

  it('has mirrored tails that add to one across the change of method', () => {
    for (let x = 0; x < 8; x += 0.01) expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15)
    expect(normalCdf(-1 - 1e-14)).toBeCloseTo(normalCdf(-1 + 1e-14), 13)
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1)
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0)
  })
})

describe('Gauss-Hermite quadrature', () => {
  it('finds all nodes and integrates even powers exactly', () => {
    const { nodes, weights } = gaussHermite(32)
    expect(nodes.length).toBe(32)
    const moment = (power: number) => nodes.reduce((sum, node, index) => sum + (weights[index] ?? 0) * node ** power, 0)
    expect(moment(0)).toBeCloseTo(Math.sqrt(Math.PI), 13)
    expect(moment(1)).toBeCloseTo(0, 13)
    expect(moment(2)).toBeCloseTo(Math.sqrt(Math.PI) / 2, 13)
    expect(moment(10) / ((945 / 32) * Math.sqrt(Math.PI))).toBeCloseTo(1, 12)
  })
})
