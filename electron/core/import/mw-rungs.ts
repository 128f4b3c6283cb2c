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

type Rungs = Readonly<Partial<Record<SiteFieldKey, EvidenceRung>>>

/** The combinations that occurred. A list has few, and one object each makes them quick to write. */
const KNOWN = new Map<string, Rungs>()

/**
 * How well a row's megawatts are evidenced. Energized load is itself the proof; what is planned or queued stands
 * as high as the interconnection request has come, and is a claim where the row does not say.
 */
export function mwRungs(values: Readonly<Partial<Record<SiteFieldKey, SiteValue>>>): Rungs {
  const queued = RUNG_OF_QUEUE_STATUS[String(values.queueStatus ?? '')]
  const isEnergized = values.energizedMw !== undefined
  const planned = values.plannedMw === undefined ? undefined : queued
  const inQueue = values.queueMw === undefined ? undefined : queued
  const key = `${isEnergized} ${planned} ${inQueue}`
  let rungs = KNOWN.get(key)
  if (!rungs) {
    rungs = Object.freeze({
      ...(isEnergized ? { energizedMw: 'energized' as const } : {}),
      ...(planned ? { plannedMw: planned } : {}),
      ...(inQueue ? { queueMw: inQueue } : {}),
    })
    KNOWN.set(key, rungs)
  }
  return rungs
}
