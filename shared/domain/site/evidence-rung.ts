/**
 * How well a figure is evidenced, weakest first: somebody's claim, a letter, an application filed,
 * a study done, an agreement executed, megawatts energized.
 */
export const EVIDENCE_RUNGS = ['claimed', 'letter', 'application', 'study', 'agreement', 'energized'] as const

export type EvidenceRung = (typeof EVIDENCE_RUNGS)[number]

/** Position of a rung on the ladder, 0 (claimed) to 5 (energized). */
export function rungLevel(rung: EvidenceRung): number {
  return EVIDENCE_RUNGS.indexOf(rung)
}
