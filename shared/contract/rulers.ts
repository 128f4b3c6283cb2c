import * as z from 'zod'
import { LENSES } from '../domain/ranking/lens.ts'
import type { ContractDef } from './define.ts'
import { writeResult } from './sites.ts'
import { timestampMs } from './values.ts'

/** Names a ruler of this catalog, or one of those that come with the program. */
export const rulerId = z.string().min(1).max(60)

/** What one person said of pairs of groups of criteria: "price time" from -8 to 8, below 0 where the first counts more. */
export const judgment = z.strictObject({
  name: z.string().max(60),
  steps: z.record(z.string().max(60), z.int().min(-8).max(8)),
})

const content = {
  name: z.string().max(80, 'The name of a ruler is at most 80 characters long.'),
  lens: z.enum(LENSES),
  /** Weights need not add to 1: they are shares of their sum. */
  criteria: z
    .array(z.strictObject({ id: z.string().max(60), weight: z.number(), worst: z.number(), best: z.number() }))
    .max(100),
  /** The comparisons in pairs that its weights come from, where they do. */
  judgments: z.array(judgment).max(20).optional(),
}

/** A ruler that somebody made, as it stands. */
export const savedRuler = z.strictObject({
  rulerId,
  ...content,
  /** Counts the times it was saved, undo and redo among them; never goes back. */
  version: z.int().min(1),
  author: z.string().max(200),
  savedAt: timestampMs,
})

export type Judgment = z.output<typeof judgment>
export type SavedRuler = z.output<typeof savedRuler>

export const rulers = {
  /** The catalog's own rulers by name; those of the program are not among them. */
  'rulers.list': { kind: 'query', input: z.strictObject({}), output: z.array(savedRuler) },
  /** Makes a ruler, or a new version of one. */
  'rulers.save': {
    kind: 'command',
    input: z.strictObject({
      rulerId: rulerId.optional(),
      ...content,
      /** The version that the author has seen; where a newer one is there, nothing is written. */
      seenVersion: z.int().optional(),
    }),
    output: z.strictObject({ ...writeResult.shape, rulerId, version: z.int() }),
  },
  'rulers.remove': { kind: 'command', input: z.strictObject({ rulerId }), output: writeResult },
} as const satisfies ContractDef
