import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { AppError } from '../../../shared/contract/errors.ts'
import { runCalc } from '../../../shared/domain/calc/run-calc.ts'
import { fileProblem } from '../../core/import/file-problem.ts'
import type { Command } from '../command.ts'
import { textTable } from '../text-table.ts'

const run = { id: z.string(), inputs: z.unknown() }
// Published vectors of ranking methods call the formula a method.
const vector = z.union([
  z.looseObject({ ...run, formula: z.string() }),
  z.looseObject({ ...run, method: z.string() }).transform(({ method, ...rest }) => ({ ...rest, formula: method })),
])
const vectorFile = z.union([z.array(vector), z.looseObject({ vectors: z.array(vector) })])

/** Runs named formulas on given inputs; no catalog is opened. */
export const calc: Command = {
  name: 'calc',
  summary: 'run named formulas of the economic model',
  options: {
    file: {
      type: 'string',
      value: 'VECTORS.json',
      help: '{"vectors": [{"id": …, "formula": …, "inputs": {…}}]}',
      isRequired: true,
    },
  },
  async run(context) {
    const vectors = await readVectors(context.userPath(String(context.options['file'])))
    const results = vectors.map(({ id, formula, inputs }) => {
      const result = runCalc(formula, inputs)
      return result.ok ? { id, outputs: result.outputs } : { id, error: result.error }
    })
    const rows = results.flatMap((result) =>
      result.outputs === undefined
        ? [[result.id, 'error', result.error]]
        : Object.entries(result.outputs).map(([name, value]) => [result.id, name, JSON.stringify(value)]),
    )
    return {
      json: { results },
      text: textTable([{ heading: 'Id' }, { heading: 'Output' }, { heading: 'Value' }], rows),
    }
  },
}

async function readVectors(file: string): Promise<z.output<typeof vector>[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw fileProblem(file, error)
  }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw new AppError('bad_input', `${file} is not JSON; see "switchyard calc --help" for what it should hold.`)
  }
  const parsed = vectorFile.safeParse(content)
  if (!parsed.success)
    throw new AppError('bad_input', `${file} holds no list of vectors, each with an id, a formula and inputs.`)
  return Array.isArray(parsed.data) ? parsed.data : parsed.data.vectors
}
