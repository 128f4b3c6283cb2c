import * as z from 'zod'
import type { ContractDef } from './define.ts'
import { jobStarted } from './jobs.ts'
import { rulerId } from './rulers.ts'
import { scenarioInput } from './scenario.ts'
import { siteId } from './values.ts'

/** Files the app writes: a job whose result is a file grant to save or download. */
export const documents = {
  'memos.start': {
    kind: 'document',
    input: z.strictObject({ siteId, scenario: scenarioInput, ruler: rulerId.optional() }),
    output: jobStarted,
  },
  'exports.start': {
    kind: 'document',
    input: z.strictObject({ format: z.enum(['csv', 'geojson']), scenario: scenarioInput }),
    output: jobStarted,
  },
} as const satisfies ContractDef
