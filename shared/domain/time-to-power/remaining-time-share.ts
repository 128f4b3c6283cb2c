import type { PowerStage } from './power-stage.ts'

/** Share of the whole time from application to power that is still ahead at a stage. Source: assumption, from queue practice. */
export const REMAINING_TIME_SHARE: Readonly<Record<PowerStage, number>> = {
  inquiry: 1,
  application: 0.95,
  study: 0.8,
  agreement: 0.55,
  construction: 0.3,
  energized: 0,
}
