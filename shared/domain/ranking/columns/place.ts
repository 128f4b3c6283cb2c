import { GRID_REGIONS } from '../../time-to-power/grid-region.ts'
import { POWER_STAGES } from '../../time-to-power/power-stage.ts'

/** What stands on a site, as far as costs and times ask. */
export const BARE = 0
export const RUNNING_HALL = 1
export const RUNNING_MINE = 2
export const STANDINGS = 3

/** Sites of one place share region, stage and what stands there, and with them every cost that no distance changes. */
export const PLACES = GRID_REGIONS.length * POWER_STAGES.length * STANDINGS

export function placeOf(region: number, stage: number, standing: number): number {
  return (region * POWER_STAGES.length + stage) * STANDINGS + standing
}

export function regionStageOf(place: number): number {
  return Math.floor(place / STANDINGS)
}

export function stageOf(place: number): number {
  return regionStageOf(place) % POWER_STAGES.length
}

export function standingOf(place: number): number {
  return place % STANDINGS
}
