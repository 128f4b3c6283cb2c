/** Money put down before it is certain that power comes. */
export interface QueueCommitment {
  readonly megawatts: number
  readonly studyUsd: number
  readonly securityUsdPerMw: number
  /** Share of the security that a withdrawal forfeits, 0 to 1. */
  readonly forfeitedShare: number
  /** Probability that the request ever reaches energization. */
  readonly completion: number
}

export interface CostAtRisk {
  /** Lost if power never comes, and its expectation; USD. */
  readonly lostUsd: number
  readonly expectedUsd: number
  readonly expectedUsdPerMw: number
}

/** Studies are spent either way and count as lost only where power never comes; security is forfeited in its share. */
export function costAtRisk(commitment: QueueCommitment): CostAtRisk {
  const { megawatts, studyUsd, securityUsdPerMw, forfeitedShare, completion } = commitment
  const lostUsd = studyUsd + securityUsdPerMw * megawatts * forfeitedShare
  const expectedUsd = (1 - completion) * lostUsd
  return { lostUsd, expectedUsd, expectedUsdPerMw: expectedUsd / megawatts }
}

/** Megawatts from which Texas Senate Bill 6 counts a load as large, and the least it asks for its study, USD. */
export const TEXAS_LARGE_LOAD_MW = 75
export const TEXAS_STUDY_FEE_USD = 100_000

/** The least that a study in ERCOT costs a load of this size, USD. */
export function texasStudyFeeUsd(megawatts: number): number {
  return megawatts >= TEXAS_LARGE_LOAD_MW ? TEXAS_STUDY_FEE_USD : 0
}
