import * as z from 'zod'
import type { ContractDef } from './define.ts'
import { writeResult } from './sites.ts'
import { position, siteId } from './values.ts'

const plantId = z.string().min(1).max(20)
const value = z.string().nullable()
const megawatts = z.number()
const year = z.number().int().nullable()

const capacity = {
  units: z.number().int(),
  nameplateMw: megawatts,
  retiredMw: megawatts,
  /** In service with a year of retirement. */
  retiringMw: megawatts,
  lastRetirementYear: year,
}

export const plantRecord = z.strictObject({
  dataSet: z.string(),
  title: z.string(),
  asOf: value,
  fileName: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  name: value,
  unitId: value,
  /** The agency's code: OP, SB, RE. */
  status: value,
  stage: value,
  capacityMw: z.number().nullable(),
  retirementYear: year,
  /** The row as it stands in the file. */
  cells: z.array(z.tuple([z.string(), z.string()])),
})

export const plantOfSite = z.strictObject({
  /** The plant code of the site; null where it has none. */
  plantId: plantId.nullable(),
  ...capacity,
  records: z.array(plantRecord),
})

export const plantCandidate = z.strictObject({
  plantId,
  name: z.string(),
  state: value,
  county: value,
  position: position.nullable(),
  ...capacity,
  title: z.string(),
})

export type PlantRecord = z.output<typeof plantRecord>
export type PlantOfSite = z.output<typeof plantOfSite>
export type PlantCandidate = z.output<typeof plantCandidate>

export const plants = {
  /** The records of the plant whose code the site has. */
  'plants.ofSite': { kind: 'query', input: z.strictObject({ siteId }), output: plantOfSite },
  /** Plants with retired or retiring capacity that are no site yet, the largest first. */
  'plants.candidates': {
    kind: 'query',
    input: z.strictObject({
      /** Least capacity retired and retiring together. */
      leastMw: z.number().min(0).max(100_000).default(50),
      state: z.string().max(60).default(''),
      limit: z.int().min(1).max(10_000).default(500),
    }),
    output: z.strictObject({ candidates: z.array(plantCandidate), total: z.number().int() }),
  },
  /** Makes sites of candidates, as one step of undo. */
  'plants.add': {
    kind: 'command',
    input: z.strictObject({ plantIds: z.array(plantId).min(1).max(500) }),
    output: z.strictObject({ ...writeResult.shape, siteIds: z.array(siteId) }),
  },
} as const satisfies ContractDef
