/** How far a request has come, in order, and the four states off the line. */
export const QUEUE_STAGES = [
  'application',
  'screening',
  'system_impact',
  'facilities',
  'ia_pending',
  'ia_executed',
  'construction',
  'in_service',
  'suspended',
  'withdrawn',
  'retired',
  'unknown',
] as const

export type QueueStage = (typeof QUEUE_STAGES)[number]
