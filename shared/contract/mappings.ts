import * as z from 'zod'
import { COLUMN_ROLES } from '../domain/mapping/column-role.ts'
import { DECIMAL_MARKS } from '../domain/mapping/decimal-mark.ts'
import type { ContractDef } from './define.ts'
import { writeResult } from './sites.ts'
import { fileGrant, timestampMs } from './values.ts'

/** Most columns that a mapping speaks of; the others of a table are kept as they are. */
const MOST_COLUMNS = 2_000

const role = z.enum(COLUMN_ROLES)

const mappedColumn = z.strictObject({
  /** As it stands in the file. */
  heading: z.string().max(1_000),
  role,
  /** Null for the field's own unit. */
  unit: z.string().max(20).nullable(),
})

/** What the columns of a table become. */
export const tableMapping = z.strictObject({
  columns: z.array(mappedColumn).min(1, 'A mapping needs at least one column.').max(MOST_COLUMNS),
  /** EPSG:4326. */
  crs: z.string().max(40),
  decimalMark: z.enum(DECIMAL_MARKS),
})

export const mappingName = z
  .string()
  .trim()
  .min(1, 'A mapping needs a name.')
  .max(80, 'The name of a mapping is at most 80 characters long.')

/** A mapping that somebody named, as it stands. */
export const savedMapping = z.strictObject({
  mappingId: z.uuid(),
  name: z.string().max(80),
  mapping: tableMapping,
  author: z.string().max(200),
  savedAt: timestampMs,
})

/** What a table looks like, what its columns probably are, and how its first rows read so. */
export const tableProposal = z.strictObject({
  sheet: z.string().nullable(),
  /** Row number of the headings. */
  headerRow: z.number().int(),
  mapping: tableMapping,
  /** Beside the mapping's columns, in their order. */
  columns: z.array(
    z.strictObject({
      /** How certain the guess is: by its own name, by a likely one, by a part of it or its values. */
      confidence: z.enum(['sure', 'likely', 'possible', 'none']),
      examples: z.array(z.string()).max(3),
      /** Rows of the sample that this column keeps out, and the first reason. */
      problems: z.number().int(),
      problem: z.string().nullable(),
    }),
  ),
  /** Rows that were looked at. */
  sampled: z.number().int(),
  readable: z.number().int(),
  /** The first rows as they read. */
  preview: z.array(
    z.strictObject({
      row: z.number().int(),
      name: z.string().nullable(),
      position: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
      precision: z.string().nullable(),
      values: z.array(z.strictObject({ label: z.string(), text: z.string() })),
      problem: z.string().nullable(),
    }),
  ),
  /** The first reason for which no row can be read. */
  problem: z.string().nullable(),
  /** The saved mapping with these very headings. */
  saved: z.strictObject({ mappingId: z.uuid(), name: z.string() }).nullable(),
})

export type MappedColumn = z.output<typeof mappedColumn>
export type TableMapping = z.output<typeof tableMapping>
export type SavedMapping = z.output<typeof savedMapping>
export type TableProposal = z.output<typeof tableProposal>

export const mappings = {
  /** Looks at a table and proposes what its columns become; null for a file that is no table. Changes nothing. */
  'imports.inspect': {
    kind: 'command',
    input: z.strictObject({
      grant: fileGrant,
      /** Read with this; left out, the saved mapping of the same headings, or a guess. */
      mapping: tableMapping.optional(),
    }),
    output: tableProposal.nullable(),
  },
  /** All by name. */
  'mappings.list': { kind: 'query', input: z.strictObject({}), output: z.array(savedMapping) },
  /** Saves under a name; one that is there under it is replaced. */
  'mappings.save': {
    kind: 'command',
    input: z.strictObject({ name: mappingName, mapping: tableMapping }),
    output: z.strictObject({ ...writeResult.shape, mappingId: z.uuid() }),
  },
  'mappings.remove': { kind: 'command', input: z.strictObject({ mappingId: z.uuid() }), output: writeResult },
} as const satisfies ContractDef
