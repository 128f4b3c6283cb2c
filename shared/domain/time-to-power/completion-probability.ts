import type { Assumptions } from '../scenario/assumption-defs.ts'
import type { GridRegion } from './grid-region.ts'
import type { PowerStage } from './power-stage.ts'

/** Probability that a request at this stage ever reaches energization. Source: the scenario's assumptions by stage. */
export function completionProbability(stage: PowerStage, region: GridRegion, assumptions: Assumptions): number {
  switch (stage) {
    case 'inquiry':
      return assumptions.completionInquiry
    case 'application':
      return assumptions.completionApplication
    case 'study':
      return assumptions.completionStudy
    case 'agreement':
      return region.hasFirmAgreements ? assumptions.completionAgreement : assumptions.completionAgreementElsewhere
    case 'construction':
      return assumptions.completionConstruction
    case 'energized':
      return 1
  }
}
