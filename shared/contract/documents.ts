import * as z from 'zod'
import { EXPORT_FORMATS } from '../domain/export/export-format.ts'
import { EXPORT_PROFILES } from '../domain/export/export-profile.ts'
import type { ContractDef } from './define.ts'
import { jobStarted } from './job-started.ts'
import { peakHours } from './prices.ts'
import { rulerId } from './rulers.ts'
import { scenarioInput } from './scenario.ts'
import { siteId } from './values.ts'

/** Files the app writes: a job whose result is a file grant to save or download. */
export const documents = {
  'memos.start': {
    kind: 'document',
    input: z.strictObject({
      siteId,
      scenario: scenarioInput,
      ruler: rulerId.optional(),
      /** Hours of the system peaks that are known, by market. */
      peakHours: z.record(z.string().max(60), peakHours).default({}),
    }),
    output: jobStarted,
  },
  'exports.start': {
    kind: 'document',
    input: z.strictObject({
      format: z.enum(EXPORT_FORMATS),
      profile: z.enum(EXPORT_PROFILES).default('internal'),
      /** Names of the columns to write; left out, all that the profile shows. */
      columns: z.array(z.string().max(60)).min(1).max(200).optional(),
      /** The sites to write; left out, all. */
      siteIds: z.array(siteId).max(1_000_000).optional(),
      /** Adds the queue projects of the catalog as a table of their own, in a workbook or GeoPackage that is no teaser. */
      withQueue: z.boolean().default(false),
      /** Adds what is drawn on the map, in a format of the map programs that is no teaser. */
      withAnnotations: z.boolean().default(false),
      scenario: scenarioInput,
      ruler: rulerId.optional(),
    }),
    output: jobStarted,
  },
} as const satisfies ContractDef
