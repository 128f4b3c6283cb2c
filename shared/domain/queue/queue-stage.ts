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

/** The stages as a user reads them. */
export const QUEUE_STAGE_LABELS: Readonly<Record<QueueStage, string>> = {
  application: 'Application',
  screening: 'Screening study',
  system_impact: 'System impact study',
  facilities: 'Facilities study',
  ia_pending: 'Agreement pending',
  ia_executed: 'Agreement executed',
  construction: 'Under construction',
  in_service: 'In service',
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
  retired: 'Retired',
  unknown: 'Unknown',
}
