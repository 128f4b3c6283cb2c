/** The five ways to use a site's power; every site is judged under each of them. */
export const STRATEGIES = ['mine', 'lease', 'cloud', 'colo', 'hybrid'] as const

export type Strategy = (typeof STRATEGIES)[number]

/** A site's verdict: its best strategy, or `none` where no strategy that its gates allow earns its cost. */
export const VERDICTS = [...STRATEGIES, 'none'] as const

export type Verdict = (typeof VERDICTS)[number]

/** What a user reads for a strategy, short enough for a legend. */
export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  mine: 'Mine',
  lease: 'Lease to AI tenant',
  cloud: 'Own GPUs',
  colo: 'Colocation',
  hybrid: 'Mine, then convert',
  none: 'No case yet',
}
