import * as z from 'zod'
import { QUEUE_CHANGE_KINDS } from '../domain/queue/queue-changes.ts'
import { QUEUE_FILL_FIELDS } from '../domain/queue/queue-fill.ts'
import { QUEUE_VALUE_FIELDS } from '../domain/queue/queue-project.ts'
import { QUEUE_STAGES } from '../domain/queue/queue-stage.ts'
import { EVIDENCE_RUNGS } from '../domain/site/evidence-rung.ts'
import type { ContractDef } from './define.ts'
import { siteId, timestampMs } from './values.ts'

export const queueEdition = z.strictObject({
  edition: z.number().int(),
  dataSet: z.string(),
  title: z.string(),
  /** ISO date; null where the file does not say. */
  asOf: z.string().nullable(),
  fileName: z.string(),
  projects: z.number().int(),
  importedAt: timestampMs,
  /** Whether it is the edition that counts of its data set. */
  isCurrent: z.boolean(),
})

const value = z.string().nullable()
const megawatts = z.number().nullable()

export const queueProjectRow = z.strictObject({
  iso: z.string(),
  queueId: z.string(),
  direction: z.enum(['generation', 'load']),
  projectName: value,
  developer: value,
  utility: value,
  poi: value,
  county: value,
  state: value,
  capacityMw: megawatts,
  summerMw: megawatts,
  winterMw: megawatts,
  resource: value,
  stage: z.enum(QUEUE_STAGES),
  rawStatus: value,
  queueDate: value,
  proposedCod: value,
  statusDate: value,
  withdrawnDate: value,
  inServiceDate: value,
})

export const queueProjectDetail = z.strictObject({
  project: queueProjectRow,
  dataSet: z.string(),
  edition: z.number().int(),
  fileName: z.string(),
  sheet: value,
  row: z.number().int(),
  /** County codes, the primary one first. */
  fips: z.array(z.string()),
  /** Columns of the file that no field holds. */
  extra: z.record(z.string(), z.string()),
  /** Dates that are not known to the day. */
  precision: z.record(z.string(), z.string()),
})

const areaFigures = z.strictObject({
  /** "Milam, TX", or the state alone. */
  area: z.string(),
  projects: z.number().int(),
  /** Requests that are neither built nor withdrawn, suspended or retired, filed before the site's own if it has one. */
  ahead: z.number().int(),
  aheadMw: z.number(),
  loadAhead: z.number().int(),
  loadAheadMw: z.number(),
  byStage: z.array(z.strictObject({ stage: z.enum(QUEUE_STAGES), projects: z.number().int(), mw: z.number() })),
  /** Requests that were either withdrawn or built, of the files that tell of both. */
  settled: z.number().int(),
  /** Withdrawn of all that were either withdrawn or built, 0 to 1; null with fewer than five of them. */
  withdrawalRate: z.number().nullable(),
  /** Median years from the request to where the requests of a stage now are; a stage of fewer than three is left out. */
  medianYears: z.array(z.strictObject({ stage: z.enum(QUEUE_STAGES), years: z.number(), projects: z.number().int() })),
})

const fillField = z.enum(QUEUE_FILL_FIELDS)

export const queueNearSite = z.strictObject({
  /** The request that a person confirmed as this site's own, as the site names it; null where nobody did. */
  positionId: z.string().nullable(),
  /** Null also where no edition that counts holds it any more. Its own request is left out of all figures. */
  position: queueProjectDetail.nullable(),
  /** Requests that may be the site's own, the likeliest first, until one is confirmed. */
  suggestions: z.array(z.strictObject({ project: queueProjectRow, dataSet: z.string(), reasons: z.array(z.string()) })),
  /** Requests at the point of interconnection of the confirmed one. */
  poi: areaFigures.nullable(),
  /** Null where the site names no county that the queues know. */
  county: areaFigures.nullable(),
  state: areaFigures.nullable(),
  /** Requests in the county still ahead, the largest first. */
  projects: z.array(z.strictObject({ project: queueProjectRow, dataSet: z.string() })),
  /** Editions that the figures come from. */
  sources: z.array(z.strictObject({ dataSet: z.string(), title: z.string(), asOf: z.string().nullable() })),
  /** What the queues say for fields of the site. */
  fills: z.array(
    z.strictObject({
      field: fillField,
      value: z.number(),
      source: z.string(),
      asOf: z.string().nullable(),
      rung: z.enum(EVIDENCE_RUNGS),
    }),
  ),
})

export const queueFillReport = z.strictObject({
  label: z.string(),
  /** Null for a dry run. */
  revision: z.number().int().nullable(),
  sites: z.number().int(),
  /** Sites that get a value, or two. */
  filledSites: z.number().int(),
  fields: z.array(
    z.strictObject({
      field: fillField,
      filled: z.number().int(),
      /** Have a value already; it stays. */
      known: z.number().int(),
      /** Have their power: the ranking asks for neither. */
      energized: z.number().int(),
      /** Without a state, or a county where one is needed. */
      withoutPlace: z.number().int(),
      /** Too few requests there are settled or built. */
      untold: z.number().int(),
    }),
  ),
  examples: z
    .array(
      z.strictObject({
        siteId,
        name: z.string(),
        field: fillField,
        value: z.number(),
        source: z.string(),
        asOf: z.string().nullable(),
      }),
    )
    .max(20),
})

const changeKind = z.enum(QUEUE_CHANGE_KINDS)
const changedValue = z.union([z.string(), z.number(), z.null()])

export const queueDiffReport = z.strictObject({
  before: queueEdition,
  after: queueEdition,
  /** Requests in both editions. */
  compared: z.number().int(),
  /** Requests that are new, gone or otherwise than before, of all kinds. */
  changed: z.number().int(),
  counts: z.array(z.strictObject({ kind: changeKind, projects: z.number().int(), mw: z.number() })),
  /** Requests of the kind and text that were asked for; `changes` holds the first of them. */
  found: z.number().int(),
  changes: z.array(
    z.strictObject({
      project: queueProjectRow,
      kinds: z.array(changeKind).readonly(),
      fields: z.partialRecord(z.enum(QUEUE_VALUE_FIELDS), z.tuple([changedValue, changedValue]).readonly()).readonly(),
    }),
  ),
})

const queueOfCounty = z.strictObject({
  /** Five digits. */
  fips: z.string(),
  iso: z.string(),
  requests: z.number().int(),
  /** Requests that are neither built nor withdrawn, suspended or retired. */
  open: z.number().int(),
  generationMw: z.number(),
  loadMw: z.number(),
})

export type QueueOfCounty = z.output<typeof queueOfCounty>
export type QueueDiffReport = z.output<typeof queueDiffReport>
export type QueueEditionInfo = z.output<typeof queueEdition>
export type QueueProjectDetail = z.output<typeof queueProjectDetail>
export type QueueFillReport = z.output<typeof queueFillReport>
export type QueueNearSite = z.output<typeof queueNearSite>
export type QueueAreaFigures = z.output<typeof areaFigures>

export const queue = {
  'queue.editions': { kind: 'query', input: z.strictObject({}), output: z.array(queueEdition) },
  /** The current rows of a request, by its id in its operator's queue. */
  'queue.find': {
    kind: 'query',
    input: z.strictObject({ queueId: z.string().min(1).max(120), iso: z.string().max(60).optional() }),
    output: z.array(queueProjectDetail).max(100),
  },
  /** What changed from one stored edition of a queue to another. */
  'queue.diff': {
    kind: 'query',
    input: z.strictObject({
      before: z.int().min(1),
      after: z.int().min(1),
      kind: changeKind.nullable().default(null),
      /** Words that id, name, developer, point of interconnection or place must hold. */
      text: z.string().max(200).default(''),
      limit: z.int().min(1).max(5_000).default(500),
    }),
    output: queueDiffReport,
  },
  /** What the editions that count hold in each county, by operator. */
  'queue.byCounty': { kind: 'query', input: z.strictObject({}), output: z.array(queueOfCounty) },
  /** What the stored queues say of the county and state of a site. */
  'queue.nearSite': { kind: 'query', input: z.strictObject({ siteId }), output: queueNearSite },
  /** Gives sites of which it is unknown what the stored queues say, in one step of undo. */
  'queue.fill': {
    kind: 'command',
    input: z.strictObject({
      fields: z
        .array(fillField)
        .min(1)
        .max(2)
        .default([...QUEUE_FILL_FIELDS]),
      dryRun: z.boolean().default(false),
    }),
    output: queueFillReport,
  },
} as const satisfies ContractDef
