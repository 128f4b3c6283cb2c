import type { Gate } from '../ranking/ranking.ts'

/** What would put a gate right: the works or the purchase, its price and its time. */
export interface Remedy {
  /** "build 22 mi of 138 kV line", so that a sentence can go on with "for $44m". */
  readonly action: string
  readonly costUsd: number
  /** The part of it, USD, that the value of AI uses on the site has paid already. */
  readonly countedUsd: number
  readonly months: number
}

/** Why nothing that is done at the site opens the gate. */
export interface NoRemedy {
  readonly whyNot: string
}

export type GateRemedy = Remedy | NoRemedy

export const REMEDY_RISKS: Readonly<Partial<Record<Gate, string>>> = {
  land: 'if a neighbor sells',
  zoning: 'if the county grants it',
  firm_service: 'if the utility offers it',
}
