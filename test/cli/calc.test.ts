import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface CalcJson {
  results: { id: string; outputs?: Record<string, unknown>; error?: string }[]
}

interface Vector {
  id: string
  expected: Record<string, unknown>
  tolerance?: { rel?: number; abs?: number }
}

const VECTORS = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'model', 'calc_vectors.json')

function vectorFile(content: string): string {
  const file = path.join(tempFolder(), 'vectors.json')
  writeFileSync(file, content)
  return file
}

describe('calc', () => {
  test('runs formulas without opening a catalog, and an error of one leaves the others', async () => {
    const data = tempFolder()
    const file = vectorFile(
      JSON.stringify({
        vectors: [
          { id: 'fourth', formula: 'block_subsidy', inputs: { height: 840_000 } },
          { id: 'magic', formula: 'crystal_ball', inputs: {} },
        ],
      }),
    )
    const { results } = await runJson<CalcJson>(['calc', '--file', file], { env: { SWITCHYARD_DATA: data } })
    expect(results).toEqual([
      { id: 'fourth', outputs: { btc: 3.125 } },
      { id: 'magic', error: expect.stringContaining('crystal_ball') },
    ])
    expect(existsSync(path.join(data, 'catalog.sqlite'))).toBe(false)
  })

  test.runIf(existsSync(VECTORS) || process.env['CI'] === 'true')('agrees with the published vectors', async () => {
    const vectors = (JSON.parse(readFileSync(VECTORS, 'utf8')) as { vectors: Vector[] }).vectors
    const { results } = await runJson<CalcJson>(['calc', '--file', VECTORS])
    expect(results.map(({ id }) => id)).toEqual(vectors.map(({ id }) => id))
    vectors.forEach(({ id, expected, tolerance = {} }, index) => {
      for (const [name, value] of Object.entries(expected)) {
        const output = results[index]?.outputs?.[name]
        if (typeof value !== 'number') expect(output, `${id} ${name}`).toEqual(value)
        else {
          const allowed = Math.max((tolerance.rel ?? 0) * Math.abs(value), tolerance.abs ?? 0)
          expect(Math.abs(Number(output) - value), `${id} ${name}: ${output}`).toBeLessThanOrEqual(allowed)
        }
      }
    })
  })

  test('prints lists and records whole, and takes a method for a formula', async () => {
    const file = vectorFile(
      JSON.stringify([
        {
          id: 'sites',
          method: 'smaa',
          inputs: {
            values: [
              [1, 0],
              [0, 1],
              [0.4, 0.4],
            ],
            weights: [
              [0, 0.25],
              [0.75, 1],
            ],
          },
        },
        { id: 'weights', formula: 'ahp', inputs: { names: ['power', 'price'], pairs: [['power', 'price', 3]] } },
      ]),
    )
    const { code, stdout } = await runCli(['calc', '--file', file])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^sites +rank1 +\[0,1,0\]$/m)
    expect(stdout).toMatch(/^sites +central_weights +\[null,\[0\.125,0\.875\],null\]$/m)
    expect(stdout).toMatch(/^weights +weights +\{"power":0\.75,"price":0\.25\}$/m)
  })

  test.each([
    ['that is no JSON', 'hashprice(1)', /is not JSON/],
    ['without vectors', '{"formulas": []}', /holds no list of vectors/],
  ])('refuses a file %s', async (_what, content, sentence) => {
    const { code, stdout, stderr } = await runCli(['calc', '--file', vectorFile(content), '--json'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(sentence)
  })

  test('refuses a file that is not there', async () => {
    const { code, stderr } = await runCli(['calc', '--file', 'gone.json'], { cwd: tempFolder() })
    expect(code).toBe(1)
    expect(stderr).toMatch(/gone\.json" does not exist; check the path\.\n$/)
  })
})
