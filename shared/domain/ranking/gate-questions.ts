import type { Gate } from './ranking.ts'

/** Why each gate matters and whom to ask; with equal money at stake the earlier gate is asked first. */
export const GATE_QUESTIONS: Readonly<Record<Gate, string>> = {
  firm_service: 'an interruptible supply shuts out every AI use; ask the utility for the service agreement',
  contiguous_mw: 'without load megawatts neither size nor cost per MW is known; ask for the load study',
  voltage: 'distribution voltage cannot carry an AI hall; read it off the one-line diagram',
  substation_distance: 'a line costs millions a mile; measure to the nearest substation',
  fiber: 'no long-haul route within reach shuts out AI uses; ask two carriers',
  land: 'a campus needs a site plan; get the parcel acreage',
  flood: 'a FEMA A or V zone shuts out AI uses; look up the flood map panel',
  zoning: 'a rezoning takes months and can fail; ask the county',
  water: 'a basin closed to new users shuts out evaporative cooling; ask the water authority',
}
