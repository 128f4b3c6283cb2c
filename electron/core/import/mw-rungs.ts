import type { EvidenceRung } from '../../../shared/domain/site/evidence-rung.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'

const RUNG_OF_QUEUE_STATUS: Readonly<Record<string, EvidenceRung>> = {
  applied: 'application',
  study: 'study',
  ia_signed: 'agreement',
  construction: 'agreement',
  energized: 'agreement',
}

/**
 * How well a row's megawatts are evidenced. Energized load is itself the proof; what is planned or queued stands
 * as high as the interconnection request has come, and is a claim where the row does not say.
 */
export function mwRungs(
  values: Readonly<Partial<Record<SiteFieldKey, SiteValue>>>,
): Partial<Record<SiteFieldKey, EvidenceRung>> {
  const rungs: Partial<Record<SiteFieldKey, EvidenceRung>> = {}
  const queued = RUNG_OF_QUEUE_STATUS[String(values.queueStatus ?? '')]
  if (values.energizedMw !== undefined) rungs.energizedMw = 'energized'
  if (queued && values.plannedMw !== undefined) rungs.plannedMw = queued
  if (queued && values.queueMw !== undefined) rungs.queueMw = queued
  return rungs
}
