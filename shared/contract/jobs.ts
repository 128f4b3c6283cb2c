import * as z from 'zod'
import type { ContractDef } from './define.ts'
import { wireError } from './errors.ts'
import { jobStarted } from './job-started.ts'
import { tableMapping } from './mappings.ts'
import { fileGrant, jobId, position } from './values.ts'

export const rejectedRow = z.strictObject({
  /** Line number in the file as a spreadsheet shows it: the header is row 1. */
  row: z.number().int(),
  column: z.string().nullable(),
  reason: z.string(),
})

/** Where on a map a row of a file would go, and what would become of it. */
export const previewPoint = z.strictObject({
  ...position.shape,
  label: z.string().max(200),
  change: z.enum(['added', 'updated', 'unchanged', 'removed']),
})

/** Most points that a dry run shows on its map. */
export const MOST_PREVIEW_POINTS = 2_000

export const importReport = z.strictObject({
  type: z.literal('import'),
  format: z.string(),
  kind: z.string(),
  /** What the file is: "ERCOT GIS report, October 2025". */
  title: z.string(),
  /** ISO date of the edition, possibly only year and month; null where the file does not say. */
  asOf: z.string().nullable(),
  fileName: z.string(),
  dryRun: z.boolean(),
  records: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  removed: z.number().int(),
  /** At most 1,000 rows are listed; rejectedCount has them all. */
  rejected: z.array(rejectedRow).max(1_000),
  rejectedCount: z.number().int(),
  /** Figures of what was read, by kind: stages and megawatts of queues, points of prices, geometries of layers. */
  summary: z.record(z.string(), z.unknown()),
  /** Remarks on how the file was read, one sentence each. */
  notes: z.array(z.string()),
  /** For a dry run of a file with places. */
  preview: z.array(previewPoint).max(MOST_PREVIEW_POINTS),
})

export const fileResult = z.strictObject({
  type: z.literal('file'),
  grant: fileGrant,
  /** Suggested file name. */
  name: z.string(),
  size: z.number().int(),
})

export const jobSnapshot = z.strictObject({
  jobId,
  /** What a user reads: "Import sites.csv". */
  label: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  /** Null while the amount is not known. */
  total: z.number().nullable(),
  /** What `done` counts: rows, pages. */
  unit: z.string(),
  error: wireError.nullable(),
  result: z.discriminatedUnion('type', [importReport, fileResult]).nullable(),
})

export type RejectedRow = z.output<typeof rejectedRow>
export type PreviewPoint = z.output<typeof previewPoint>
export type ImportReport = z.output<typeof importReport>
export type FileResult = z.output<typeof fileResult>
export type JobSnapshot = z.output<typeof jobSnapshot>

export const jobs = {
  /** Answered by the catalog's client, which hears of the jobs of all workers. */
  'jobs.get': { kind: 'host', input: z.strictObject({ jobId }), output: jobSnapshot },
  'jobs.cancel': { kind: 'host', input: z.strictObject({ jobId }), output: z.strictObject({}) },
} as const satisfies ContractDef

export const imports = {
  /** Reads a granted file; with dryRun it reports what would change and changes nothing. */
  'imports.start': {
    kind: 'command',
    input: z.strictObject({
      grant: fileGrant,
      /** A format id; left out, the file's content decides. */
      format: z.string().max(60).optional(),
      /** EPSG code of a map's coordinates, whatever the file says: "EPSG:2277". */
      coordinateSystem: z.string().max(40).optional(),
      /** Reads a table as a list of sites whose columns become what this says. */
      mapping: tableMapping.optional(),
      dryRun: z.boolean().default(false),
      /** False for the data that a catalog starts with, which undo does not take away. */
      isUndoable: z.boolean().default(true),
    }),
    output: jobStarted,
  },
} as const satisfies ContractDef
