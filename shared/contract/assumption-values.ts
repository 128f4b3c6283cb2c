import * as z from 'zod'
import { ASSUMPTION_KEYS, type AssumptionKey } from '../domain/scenario/assumption-defs.ts'
import { assumptionProblem, unknownAssumption } from '../domain/scenario/assumption-problem.ts'

/**
 * An object that may have an entry for every assumption and for nothing else; `entry` gets the schema of the
 * assumption's value, which refuses with a sentence that names the assumption and its range.
 */
export function byAssumption<T extends z.ZodType>(
  entry: (value: z.ZodType<number>) => T,
): z.ZodType<Record<string, z.output<T>>, Record<string, z.input<T>>> {
  const shape = Object.fromEntries(ASSUMPTION_KEYS.map((key) => [key, entry(numberOf(key)).optional()]))
  const schema = z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? unknownAssumption(issue.keys[0] ?? '') : undefined),
  })
  // Entries that are left out stay out: none is ever present as undefined.
  return schema as unknown as z.ZodType<Record<string, z.output<T>>, Record<string, z.input<T>>>
}

function numberOf(key: AssumptionKey): z.ZodType<number> {
  const error = (issue: { readonly input?: unknown }) => assumptionProblem(key, issue.input) ?? undefined
  return z.number({ error }).refine((value) => assumptionProblem(key, value) === null, { error })
}
