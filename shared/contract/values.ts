import * as z from 'zod'
import { EVIDENCE_RUNGS } from '../domain/site/evidence-rung.ts'
import { SITE_FIELD_KEYS } from '../domain/site/site-fields.ts'

/** Schemas of the values that several parts of the contract speak of. */

export const siteId = z.string().min(1).max(120)
export const noteId = z.uuid()
export const jobId = z.uuid()

/** Stands for a file the user chose or the app made; the renderer never learns a path. */
export const fileGrant = z.uuid()

/** ISO 8601 calendar date, with month and day optional: 2026, 2026-07, 2026-07-01. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/** Milliseconds since 1970, UTC. */
export const timestampMs = z.number().int().min(0)

export const siteFieldKey = z.enum(SITE_FIELD_KEYS)
export const evidenceRung = z.enum(EVIDENCE_RUNGS)

export const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})

export const siteValue = z.union([z.string().max(4_000), z.number(), position, z.null()])

export const bytes = z.instanceof(Uint8Array)
