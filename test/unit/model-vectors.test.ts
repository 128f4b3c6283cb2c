import { describe, expect, it } from 'vitest'
import { CONVERSION_CASES } from './model-vector-cases/conversion-cases.ts'
import { MARKET_CASES } from './model-vector-cases/market-cases.ts'
import { MINING_CASES } from './model-vector-cases/mining-cases.ts'
import type { Loose, VectorCases } from './model-vector-cases/vector-case.ts'
import { hasSharedFolder, readSharedJson } from './shared-folder.ts'

interface Vector {
  readonly id: string
  readonly description: string
  readonly inputs: Loose
  readonly expected: Readonly<Record<string, unknown>>
  readonly tolerance: Readonly<Record<string, number>>
}

const CASES: VectorCases = { ...MINING_CASES, ...CONVERSION_CASES, ...MARKET_CASES }

describe.runIf(hasSharedFolder())('verification vectors of the economic model', () => {
  const { vectors } = hasSharedFolder()
    ? (readSharedJson('model/vectors.json') as { vectors: readonly Vector[] })
    : { vectors: [] }
  const inputsOf = (id: string) => vectors.find((vector) => vector.id === id)?.inputs

  it('each have a call of the model, and the other way round', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(vectors.map((vector) => vector.id).toSorted())
  })

  it.each(vectors.map((vector) => [vector.id, vector.description, vector] as const))('%s %s', (id, _, vector) => {
    const answers = CASES[id]?.(vector.inputs, inputsOf) ?? {}
    for (const [name, expected] of Object.entries(vector.expected)) {
      expectNear(answers[name], expected, allowance(vector.tolerance, name), name)
    }
  })
})

type Allowance = (expected: number) => number

/** A published figure is met within the tolerance for such, a yield within its own, and the rest within the vector's. */
function allowance(tolerance: Readonly<Record<string, number>>, name: string): Allowance {
  const isPublished = name.includes('published')
  const rel = (isPublished ? tolerance['rel_published'] : undefined) ?? tolerance['rel'] ?? tolerance['rel_model']
  const abs = (name.startsWith('yield') ? tolerance['abs_yield'] : undefined) ?? tolerance['abs'] ?? 0
  // Digits that the vectors themselves were rounded to, where they say nothing closer.
  const fallback = rel === undefined && abs === 0 && Object.keys(tolerance).some((key) => key !== 'abs') ? 1e-4 : 0
  return (expected) => Math.max((rel ?? fallback) * Math.abs(expected), abs)
}

/** Numbers within the allowance, lists and records entry by entry; a published range holds the number. */
function expectNear(actual: unknown, expected: unknown, allowed: Allowance, path: string): void {
  if (typeof expected === 'number') {
    expect(actual, path).toBeTypeOf('number')
    expect(Math.abs((actual as number) - expected), `${path}: ${actual} for ${expected}`).toBeLessThanOrEqual(
      allowed(expected),
    )
    return
  }
  const entries = Object.entries(expected as object)
  expect(Object.keys(actual as object), path).toHaveLength(entries.length)
  for (const [key, each] of entries) expectNear((actual as Loose)[key], each, allowed, `${path}.${key}`)
}
