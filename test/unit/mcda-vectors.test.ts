import { describe, expect, it } from 'vitest'
import { runCalc } from '../../shared/domain/calc/run-calc.ts'
import { hasSharedFolder, readSharedJson } from './shared-folder.ts'

interface Vector {
  readonly id: string
  readonly method: string
  readonly inputs: unknown
  readonly expected: Readonly<Record<string, unknown>>
  readonly tolerance: { readonly abs: number }
}

describe.runIf(hasSharedFolder())('published vectors of the ranking methods', () => {
  const { vectors } = hasSharedFolder()
    ? (readSharedJson('model/mcda_vectors.json') as { vectors: readonly Vector[] })
    : { vectors: [] }

  it('are all there', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(10)
  })

  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s comes out as published', (_, vector) => {
    const result = runCalc(vector.method, vector.inputs)
    expect(result).toMatchObject({ ok: true })
    if (!result.ok) return
    for (const [name, expected] of Object.entries(vector.expected)) {
      expectNear(result.outputs[name], expected, vector.tolerance.abs, name)
    }
  })
})

/** Numbers within the tolerance, null only where null is expected, lists and records entry by entry. */
function expectNear(actual: unknown, expected: unknown, tolerance: number, path: string): void {
  if (typeof expected === 'number') {
    expect(actual, path).toBeTypeOf('number')
    expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(tolerance)
  } else if (expected === null) {
    expect(actual, path).toBeNull()
  } else {
    const entries = Object.entries(expected as object)
    expect(Object.keys(actual as object), path).toHaveLength(entries.length)
    for (const [key, each] of entries) {
      expectNear((actual as Record<string, unknown>)[key], each, tolerance, `${path}.${key}`)
    }
  }
}
