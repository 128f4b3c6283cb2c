import * as z from 'zod'
import type { ContractDef } from './define.ts'
import { jobStarted } from './job-started.ts'
import { bytes, fileGrant, position, siteFieldKey, siteId, timestampMs } from './values.ts'

export const evidenceId = z.uuid()

/** Most bytes of a document that a page may ask for to show it; larger ones are saved to a file. */
export const PREVIEW_BYTES = 32 * 1024 * 1024

/** A document or photo that vouches for something about a site; its bytes are kept once, by their hash. */
export const siteEvidence = z.strictObject({
  evidenceId,
  fileName: z.string().max(255),
  sha256: z.string().length(64),
  byteLength: z.number().int().min(0),
  /** By the file's content: `application/octet-stream` where it is none of the kinds that can be shown. */
  mediaType: z.string().max(100),
  caption: z.string().max(2_000),
  /** The attribute it vouches for; null for the site as a whole. */
  field: siteFieldKey.nullable(),
  /** Where the camera stood, degrees WGS 84, and which way it looked, degrees clockwise from north. */
  position: position.nullable(),
  bearingDegrees: z.number().min(0).max(360).nullable(),
  /** The camera's own clock, `2026-07-01 14:30`; cameras keep no time zone. */
  takenAt: z.string().max(20).nullable(),
  author: z.string().max(200),
  addedAt: timestampMs,
})

export type SiteEvidence = z.output<typeof siteEvidence>

const written = z.strictObject({ revision: z.number().int(), label: z.string() })

export const evidence = {
  /** Keeps a granted file with a site, whatever it is. */
  'evidence.attach': {
    kind: 'command',
    input: z.strictObject({
      siteId,
      grant: fileGrant,
      caption: z.string().max(2_000).default(''),
      field: siteFieldKey.nullable().default(null),
    }),
    output: jobStarted,
  },
  'evidence.describe': {
    kind: 'command',
    input: z.strictObject({ siteId, evidenceId, caption: z.string().max(2_000), field: siteFieldKey.nullable() }),
    output: written,
  },
  'evidence.remove': { kind: 'command', input: z.strictObject({ siteId, evidenceId }), output: written },
  /** The file itself, to be shown. */
  'evidence.content': { kind: 'query', input: z.strictObject({ evidenceId }), output: bytes },
  /** The file itself, to be saved. */
  'evidence.save': { kind: 'document', input: z.strictObject({ evidenceId }), output: jobStarted },
} as const satisfies ContractDef
