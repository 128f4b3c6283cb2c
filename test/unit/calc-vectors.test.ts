import { describe, expect, it } from 'vitest'
import { runCalc } from '../../shared/domain/calc/run-calc.ts'
import { hasSharedFolder, readSharedJson } from './shared-folder.ts'

interface Vector {
  readonly id: string
  readonly formula: string
  readonly inputs: unknown
  readonly expected: Readonly<Record<string, number>>
  readonly tolerance: { readonly rel: number }
}

describe.runIf(hasSharedFolder())('published formula vectors', () => {
  const { vectors } = hasSharedFolder()
    ? (readSharedJson('model/calc_vectors.json') as { vectors: readonly Vector[] })
    : { vectors: [] }

  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s comes out as published', (_, vector) => {
    const result = runCalc(vector.formula, vector.inputs)
    expect(result).toMatchObject({ ok: true })
    if (!result.ok) return
    for (const [name, expected] of Object.entries(vector.expected)) {
      expect(Math.abs(Number(result.outputs[name] ?? Number.NaN) - expected)).toBeLessThanOrEqual(
        vector.tolerance.rel * Math.abs(expected),
      )
    }
  })
})
