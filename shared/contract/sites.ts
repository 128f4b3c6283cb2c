import * as z from 'zod'
import type { ContractDef } from './define.ts'
import { siteEvidence } from './evidence.ts'
import { bytes, evidenceRung, noteId, partialDate, siteFieldKey, siteId, siteValue, timestampMs } from './values.ts'

/** One attribute of a site with what vouches for it. */
export const siteAttribute = z.strictObject({
  field: siteFieldKey,
  value: siteValue,
  source: z.string().max(2_000),
  asOf: partialDate.nullable(),
  rung: evidenceRung,
  author: z.string().max(200),
  /** `data_set`: as a data set says; `edit`: a person's override; `conflict`: edits that have not seen each other. */
  origin: z.enum(['data_set', 'edit', 'conflict']),
  dataSet: z.string().max(200).nullable(),
  editedAt: timestampMs.nullable(),
  /** What the data set says where an edit stands over it. */
  dataSetValue: siteValue.optional(),
})

export const siteNote = z.strictObject({
  noteId,
  text: z.string().max(20_000),
  author: z.string().max(200),
  createdAt: timestampMs,
  editedAt: timestampMs,
})

/** A row of an imported file that speaks of this site, as it stood in the file. */
export const siteRecord = z.strictObject({
  dataSet: z.string().max(200),
  rowNumber: z.number().int(),
  source: z.string().max(2_000),
  cells: z.array(z.tuple([z.string(), z.string()])),
})

export const siteDetail = z.strictObject({
  siteId,
  attributes: z.array(siteAttribute),
  notes: z.array(siteNote),
  evidence: z.array(siteEvidence),
  records: z.array(siteRecord),
})

export const siteChange = z.strictObject({
  at: timestampMs,
  author: z.string().max(200),
  label: z.string().max(500),
  field: siteFieldKey.nullable(),
  value: siteValue,
})

/** What a write answers: the new catalog revision and the label that undo will show. */
export const writeResult = z.strictObject({ revision: z.number().int(), label: z.string() })

export type SiteAttribute = z.output<typeof siteAttribute>
export type SiteNote = z.output<typeof siteNote>
export type SiteRecord = z.output<typeof siteRecord>
export type SiteDetail = z.output<typeof siteDetail>
export type SiteChange = z.output<typeof siteChange>
export type WriteResult = z.output<typeof writeResult>

export const sites = {
  /** All sites as one packed block, see shared/columns/pack-columns.ts. */
  'sites.columns': { kind: 'query', input: z.strictObject({}), output: bytes },
  'sites.get': { kind: 'query', input: z.strictObject({ siteId }), output: siteDetail },
  /** Ids of the sites whose name, place, operator, utility or notes hold every word of the text, best first. */
  'sites.search': {
    kind: 'query',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(5_000).default(500) }),
    output: z.array(siteId),
  },
  /** Ids of the sites inside a box of degrees. */
  'sites.within': {
    kind: 'query',
    input: z.strictObject({
      west: z.number().min(-180).max(180),
      south: z.number().min(-90).max(90),
      east: z.number().min(-180).max(180),
      north: z.number().min(-90).max(90),
      limit: z.int().min(1).max(5_000).default(5_000),
    }),
    output: z.array(siteId),
  },
  'sites.changes': {
    kind: 'query',
    input: z.strictObject({ siteId, limit: z.int().min(1).max(1_000).default(200) }),
    output: z.array(siteChange),
  },
  'sites.edit': {
    kind: 'command',
    input: z.strictObject({
      siteId,
      field: siteFieldKey,
      value: siteValue,
      source: z.string().max(2_000).default(''),
      asOf: partialDate.nullable().default(null),
      rung: evidenceRung.default('claimed'),
    }),
    output: writeResult,
  },
  /** Takes a person's override away, so that the data set's value shows again. */
  'sites.revert': { kind: 'command', input: z.strictObject({ siteId, field: siteFieldKey }), output: writeResult },
  'notes.write': {
    kind: 'command',
    input: z.strictObject({ siteId, noteId: noteId.optional(), text: z.string().min(1).max(20_000) }),
    output: z.strictObject({ ...writeResult.shape, noteId }),
  },
  'notes.remove': { kind: 'command', input: z.strictObject({ siteId, noteId }), output: writeResult },
} as const satisfies ContractDef
