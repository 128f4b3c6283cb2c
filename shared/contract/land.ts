import * as z from 'zod'
import { LAYER_ROLES } from '../domain/nearby/layer-role.ts'
import { annotationId } from './annotations.ts'
import type { ContractDef } from './define.ts'
import { writeResult } from './sites.ts'
import { siteId, timestampMs } from './values.ts'

const feet = z.number().min(0).max(26_400)
const dataSet = z.string().min(1).max(500)
const part = z.string().max(500)

/** Land, or a piece of it: drawn, a feature of a layer, or a circle around the site for want of both. */
const parcelRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('annotation'), annotationId }),
  /** By its layer's name and its place in the file, which a colleague's catalog knows too. */
  z.strictObject({ kind: z.literal('feature'), dataSet, part, ordinal: z.int() }),
  z.strictObject({ kind: z.literal('circle'), acres: z.number().min(0.1).max(100_000) }),
])

/** What the buildable area of a site is measured from. */
export const landRequest = z.strictObject({
  parcels: z.array(parcelRef).min(1, 'Choose the parcel first.').max(50, 'At most 50 parcels make one piece of land.'),
  /** From the edge of the land. */
  setbackFt: feet,
  drawn: z.array(z.strictObject({ annotationId, bufferFt: feet })).max(500),
  layers: z.array(z.strictObject({ dataSet, part, bufferFt: feet })).max(50),
})

const share = {
  /** Of the land. */
  acres: z.number(),
  /** What there would be more without it. */
  aloneAcres: z.number(),
}

export const landResult = z.strictObject({
  parcels: z.array(z.string()),
  grossAcres: z.number(),
  netAcres: z.number(),
  setback: z.strictObject(share),
  exclusions: z.array(
    z.strictObject({
      kind: z.enum(['drawn', 'layer']),
      label: z.string(),
      bufferFt: feet,
      /** How many of its features touch the land, or its buffer does. */
      features: z.number().int(),
      ...share,
    }),
  ),
  /** Rings of polygons in degrees, longitude first. */
  net: z.array(z.array(z.array(z.array(z.number())))),
  /** One sentence each. */
  warnings: z.array(z.string()),
})

export const savedLand = z.strictObject({
  request: landRequest,
  result: landResult,
  author: z.string().max(200),
  savedAt: timestampMs,
  /** What changed since, one phrase each; empty where the result still holds. */
  stale: z.array(z.string()),
})

export const landOptions = z.strictObject({
  parcels: z.array(z.strictObject({ ref: parcelRef, label: z.string(), holdsSite: z.boolean() })),
  drawn: z.array(z.strictObject({ annotationId, label: z.string(), bufferFt: feet, isArea: z.boolean() })),
  layers: z.array(z.strictObject({ dataSet, part, role: z.enum(LAYER_ROLES), bufferFt: feet, reason: z.string() })),
  hasPosition: z.boolean(),
  saved: savedLand.nullable(),
})

export type ParcelRef = z.output<typeof parcelRef>
export type LandRequest = z.output<typeof landRequest>
export type LandResult = z.output<typeof landResult>
export type SavedLand = z.output<typeof savedLand>
export type LandOptions = z.output<typeof landOptions>

export const land = {
  /** What the buildable area of a site can be measured from, and how it was measured last. */
  'land.options': { kind: 'query', input: z.strictObject({ siteId }), output: landOptions },
  /** Measures it and keeps the result with what it was made from, in one step of undo. */
  'land.save': {
    kind: 'command',
    input: z.strictObject({ siteId, request: landRequest }),
    output: z.strictObject({ ...writeResult.shape, result: landResult }),
  },
  'land.remove': { kind: 'command', input: z.strictObject({ siteId }), output: writeResult },
} as const satisfies ContractDef
