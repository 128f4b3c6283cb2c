/** How far a site is on the way to its megawatts, in the order a grid operator's process runs. */
export const POWER_STAGES = ['inquiry', 'application', 'study', 'agreement', 'construction', 'energized'] as const

export type PowerStage = (typeof POWER_STAGES)[number]

export const POWER_STAGE_LABELS: Readonly<Record<PowerStage, string>> = {
  inquiry: 'nothing filed',
  application: 'application filed',
  study: 'study',
  agreement: 'interconnection agreement executed',
  construction: 'under construction',
  energized: 'energized',
}

/** Position in POWER_STAGES of the last stage. */
export const ENERGIZED = POWER_STAGES.indexOf('energized')

const STAGE_OF_QUEUE_STATUS: Readonly<Record<string, PowerStage>> = {
  none_needed: 'energized',
  energized: 'energized',
  construction: 'construction',
  ia_signed: 'agreement',
  study: 'study',
  applied: 'application',
}

/** Stage that a queue status names, as a position in POWER_STAGES; -1 where it is unknown. */
export function stageOfQueueStatus(queueStatus: string): number {
  const stage = Object.hasOwn(STAGE_OF_QUEUE_STATUS, queueStatus) ? STAGE_OF_QUEUE_STATUS[queueStatus] : undefined
  return stage === undefined ? -1 : POWER_STAGES.indexOf(stage)
}

/** Stage that the evidence of a megawatt figure proves, by the level of its rung; -1 below an application. */
export function stageOfRungLevel(level: number): number {
  if (level >= 5) return ENERGIZED
  if (level >= 4) return POWER_STAGES.indexOf('agreement')
  if (level >= 3) return POWER_STAGES.indexOf('study')
  if (level >= 2) return POWER_STAGES.indexOf('application')
  return -1
}
