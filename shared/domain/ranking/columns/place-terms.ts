import { POWER_STAGES } from '../../time-to-power/power-stage.ts'
import type { ScenarioTerms } from '../scenario-terms.ts'
import { BARE, PLACES, RUNNING_MINE, regionStageOf, stageOf, standingOf } from './place.ts'

const AGREEMENT = POWER_STAGES.indexOf('agreement')
const ENERGIZED = POWER_STAGES.indexOf('energized')

export type PlaceTerms = ReturnType<typeof placeTerms>

/** Chance and costs of every place under a scenario, USD a gross MW; distances come on top, site by site. */
export function placeTerms(terms: ScenarioTerms) {
  const a = terms.assumptions
  const completion = new Float64Array(PLACES)
  const lost = new Float64Array(PLACES)
  const fixed = new Float64Array(PLACES)
  const aiCapex = new Float64Array(PLACES)
  const cloudAtStart = new Float64Array(PLACES)
  const paidByMine = new Float64Array(PLACES)
  const mineCapital = new Float64Array(PLACES)
  const unknownLineMi = new Float64Array(PLACES)
  for (let place = 0; place < PLACES; place += 1) {
    const stage = stageOf(place)
    const standing = standingOf(place)
    const isRunning = standing !== BARE
    const isMine = standing === RUNNING_MINE
    const isAgreed = stage >= AGREEMENT
    const isEnergized = stage === ENERGIZED
    const chance = terms.completion[regionStageOf(place)] ?? 0
    const site = isRunning ? a.sitePurchaseUsdPerMw : isAgreed ? a.poweredLandUsdPerMw : 0
    const substation = isAgreed ? 0 : a.substationUsdPerMw
    const upgradeUsdPerKw = isAgreed ? a.upgradeUsdPerKwAfterAgreement : a.upgradeUsdPerKwBeforeAgreement
    const upgrade = isEnergized ? 0 : 1_000 * upgradeUsdPerKw
    const hasFleet = isMine && terms.existingFleetLifeYears > 0
    const fleet = hasFleet ? terms.existingFleetUsdPerMw : terms.newFleetUsdPerMw
    completion[place] = chance
    lost[place] = a.sunkStudyUsdPerMw * (1 - chance)
    fixed[place] = site + substation + upgrade
    aiCapex[place] = isRunning ? terms.retrofitAiCapexUsdPerMw : terms.newAiCapexUsdPerMw
    cloudAtStart[place] = isRunning ? terms.retrofitCloudUsdPerMw : terms.newCloudUsdPerMw
    paidByMine[place] = site + (isMine ? 0 : substation + upgrade)
    mineCapital[place] = fleet + (isMine ? site : a.miningShellUsdPerMw + upgrade)
    unknownLineMi[place] = isAgreed || isEnergized ? 0 : a.unknownSubstationMi
  }
  return { completion, lost, fixed, aiCapex, cloudAtStart, paidByMine, mineCapital, unknownLineMi }
}
