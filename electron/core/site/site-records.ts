import type { EvidenceRung } from '../../../shared/domain/site/evidence-rung.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'
import { unpackCells } from './packed-cells.ts'
import { RecordShape } from './record-shape.ts'

export type RecordValues = Readonly<Partial<Record<SiteFieldKey, SiteValue>>>
export type RecordRungs = Readonly<Partial<Record<SiteFieldKey, EvidenceRung>>>

/** What one data set says of a site. */
export interface RecordedValues {
  readonly values: RecordValues
  readonly rungs: RecordRungs
}

/** A record as the catalog keeps it, in the order of RECORD_COLUMNS. */
export type StoredRecord = readonly [siteValues: string, rungs: string | null, shape: string | null, cells: string]

/** What is read of a `data_set_record` under the name `record` for `parseRecord`. */
export const RECORD_COLUMNS = `record.site_values, record.rungs,
  (SELECT columns FROM record_shape WHERE key = record.shape), record.cells`

const NO_RUNGS: RecordRungs = {}

/** A list has few combinations of rungs, and each is read once. */
const PARSED_RUNGS = new Map<string, RecordRungs>()
const MOST_PARSED_RUNGS = 1_000

export function parseRecord([siteValues, rungs, shape, cells]: StoredRecord): RecordedValues {
  return {
    values:
      shape === null
        ? parseValues(siteValues)
        : RecordShape.parse(shape).values(unpackCells(cells), parseRest(siteValues)),
    rungs: rungs === null ? NO_RUNGS : parseRungs(rungs),
  }
}

/** The record that speaks for a field: the first, by precedence of its data set, that has a value. */
export function recordFor<R extends RecordedValues>(records: readonly R[], key: SiteFieldKey): R | undefined {
  return records.find((record) => record.values[key] !== undefined && record.values[key] !== null)
}

function parseValues(json: string): RecordValues {
  return JSON.parse(json) as RecordValues
}

function parseRest(json: string): RecordValues | null {
  return json === '{}' ? null : parseValues(json)
}

function parseRungs(json: string): RecordRungs {
  let rungs = PARSED_RUNGS.get(json)
  if (!rungs) {
    rungs = JSON.parse(json) as RecordRungs
    if (PARSED_RUNGS.size < MOST_PARSED_RUNGS) PARSED_RUNGS.set(json, rungs)
  }
  return rungs
}
