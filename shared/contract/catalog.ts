import * as z from 'zod'
import type { ContractDef } from './define.ts'
import { timestampMs } from './values.ts'

export const dataSet = z.strictObject({
  name: z.string(),
  /** What its rows are: `sites`, `queue`, `prices`, `plants`, `layer`. */
  kind: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  rows: z.number().int(),
  importedAt: timestampMs,
  attribution: z.string(),
})

export const catalogSummary = z.strictObject({
  catalogId: z.string(),
  revision: z.number().int(),
  schemaVersion: z.number().int(),
  siteCount: z.number().int(),
  noteCount: z.number().int(),
  conflictCount: z.number().int(),
  dataSets: z.array(dataSet),
})

export const catalogFinding = z.strictObject({ check: z.string(), ok: z.boolean(), detail: z.string() })

export type CatalogSummary = z.output<typeof catalogSummary>
export type CatalogFinding = z.output<typeof catalogFinding>

export const catalog = {
  'catalog.summary': { kind: 'query', input: z.strictObject({}), output: catalogSummary },
  /** quick_check, full-text index, R*Tree and heads of the op log, each with its finding. */
  'catalog.check': { kind: 'command', input: z.strictObject({}), output: z.array(catalogFinding) },
} as const satisfies ContractDef
