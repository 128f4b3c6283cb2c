import type { SiteEvidence } from '../../../shared/contract/evidence.ts'

/** What is known of an attached file from its bytes and its name; written once, in the op that attached it. */
export type EvidenceFile = Pick<
  SiteEvidence,
  'fileName' | 'sha256' | 'byteLength' | 'mediaType' | 'position' | 'bearingDegrees' | 'takenAt'
>
