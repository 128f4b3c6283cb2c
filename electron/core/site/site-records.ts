import type { EvidenceRung } from '../../../shared/domain/site/evidence-rung.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'

export type RecordValues = Readonly<Partial<Record<SiteFieldKey, SiteValue>>>
export type RecordRungs = Readonly<Partial<Record<SiteFieldKey, EvidenceRung>>>

/** What one data set says of a site. */
export interface RecordedValues {
  readonly values: RecordValues
  readonly rungs: RecordRungs
}

const NO_RUNGS: RecordRungs = {}

export function parseRecord(values: string, rungs: string | null): RecordedValues {
  return {
    values: JSON.parse(values) as RecordValues,
    rungs: rungs === null ? NO_RUNGS : (JSON.parse(rungs) as RecordRungs),
  }
}

/** The record that speaks for a field: the first, by precedence of its data set, that has a value. */
export function recordFor<R extends RecordedValues>(records: readonly R[], key: SiteFieldKey): R | undefined {
  return records.find((record) => record.values[key] !== undefined && record.values[key] !== null)
}
