import type { PlanState } from '../../../shared/domain/hybrid/megawatts-by-year.ts'
import type { GateState } from '../../../shared/domain/ranking/ranking.ts'
import type { EvidenceRung } from '../../../shared/domain/site/evidence-rung.ts'
import type { SiteFieldGroup } from '../../../shared/domain/site/site-fields.ts'
import type { Verdict } from '../../../shared/domain/site/strategies.ts'

/** A verdict in a column's width. */
export const SHORT_VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  mine: 'Mine',
  lease: 'Lease',
  cloud: 'GPUs',
  colo: 'Colo',
  hybrid: 'Hybrid',
  none: 'None',
}

export const RUNG_LABELS: Readonly<Record<EvidenceRung, string>> = {
  claimed: 'Claimed',
  letter: 'Letter',
  application: 'Application filed',
  study: 'Study done',
  agreement: 'Agreement executed',
  energized: 'Energized',
}

export const GATE_STATE_LABELS: Readonly<Record<GateState, string>> = {
  pass: 'Passed',
  fail: 'Failed',
  unknown: 'Unknown',
}

export const FIELD_GROUP_LABELS: Readonly<Record<SiteFieldGroup, string>> = {
  identity: 'Identity',
  location: 'Location',
  power: 'Power',
  tariff: 'Tariff',
  land: 'Land',
  conversion: 'Conversion',
}

/** "retired_plant" as a user reads it: "Retired plant". Texts with capitals of their own are left as they are. */
export function optionLabel(option: string): string {
  const words = option.replaceAll('_', ' ')
  return /^[a-z]/.test(words) && words === words.toLowerCase() ? words[0]?.toUpperCase() + words.slice(1) : words
}

/** What megawatts do under a plan. */
export const PLAN_STATE_LABELS: Readonly<Record<PlanState, string>> = {
  tenants: 'Hall let',
  gpus: 'Own GPUs',
  mining: 'Mining',
  works: 'Works',
  idle: 'Idle',
}
