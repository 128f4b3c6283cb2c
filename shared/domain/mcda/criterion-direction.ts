/** Whether more of a criterion is better. */
export const CRITERION_DIRECTIONS = ['max', 'min'] as const

export type CriterionDirection = (typeof CRITERION_DIRECTIONS)[number]
