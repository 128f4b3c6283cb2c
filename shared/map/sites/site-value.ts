import { STRATEGIES, type Strategy } from '../../domain/site/strategies.ts'

/** What the colour of a site's marker can stand for. */
export const SITE_VALUES = [
  'verdict',
  'score',
  'value',
  ...STRATEGIES,
  'certainty',
  'price',
  'mw',
  'time',
  'rung',
  'failed',
  'open',
] as const

export type SiteValue = (typeof SITE_VALUES)[number]

/** Values that are numbers and are put into classes. */
export type ClassedValue = Exclude<SiteValue, 'verdict'>

/**
 * The classes of a value. Their bounds are fixed: a slider moves sites from colour to colour and never the meaning of
 * a colour, and two catalogs, scenarios or uses can be compared by eye.
 */
export interface SiteValueClasses {
  readonly label: string
  /** Ascending; a site belongs to the class after the last bound that it reaches. */
  readonly breaks: readonly number[]
  /** One text a class, units included. */
  readonly texts: readonly string[]
  /** Which end stands out. */
  readonly better: 'high' | 'low'
  /** What a site without the value is told to be. */
  readonly unknown: string
}

/** Dollars a megawatt: the same bounds for every use, so that uses compare. Below 0 a use costs more than it earns. */
const VALUE_BREAKS_USD_PER_MW = [-1e6, 0, 0.25e6, 0.5e6, 1e6]
const VALUE_TEXTS = [
  'under −$1M/MW',
  '−$1M to $0/MW',
  '$0 to $0.25M/MW',
  '$0.25M to $0.5M/MW',
  '$0.5M to $1M/MW',
  '$1M/MW or more',
]

function strategyValue(label: string, unknown: string): SiteValueClasses {
  return { label, breaks: VALUE_BREAKS_USD_PER_MW, texts: VALUE_TEXTS, better: 'high', unknown }
}

const STRATEGY_VALUE_LABELS: Readonly<Record<Strategy, string>> = {
  mine: 'Value of mining',
  lease: 'Value of a lease',
  cloud: 'Value of own GPUs',
  colo: 'Value of colocation',
  hybrid: 'Value of mining, then converting',
}

const STRATEGY_CLASSES = Object.fromEntries(
  STRATEGIES.map((strategy) => [strategy, strategyValue(STRATEGY_VALUE_LABELS[strategy], 'Cannot be valued')]),
) as Record<Strategy, SiteValueClasses>

export const SITE_VALUE_CLASSES: Readonly<Record<ClassedValue, SiteValueClasses>> = {
  score: {
    label: 'Score',
    breaks: [10, 20, 30, 40, 50],
    texts: ['under 10', '10 to 20', '20 to 30', '30 to 40', '40 to 50', '50 to 100'],
    better: 'high',
    unknown: 'No score',
  },
  value: strategyValue('Value of the verdict', 'No case yet'),
  ...STRATEGY_CLASSES,
  certainty: {
    label: 'Probability that the verdict holds',
    breaks: [0.5, 0.6, 0.75, 0.9],
    texts: ['under 50%', '50 to 60%', '60 to 75%', '75 to 90%', '90% or more'],
    better: 'high',
    unknown: 'Not drawn yet',
  },
  price: {
    label: 'Power price',
    breaks: [30, 40, 50, 60, 80],
    texts: ['under $30/MWh', '$30 to 40/MWh', '$40 to 50/MWh', '$50 to 60/MWh', '$60 to 80/MWh', '$80/MWh or more'],
    better: 'low',
    unknown: 'Price unknown',
  },
  mw: {
    label: 'Megawatts',
    breaks: [50, 100, 250, 500, 1_000],
    texts: ['under 50 MW', '50 to 100 MW', '100 to 250 MW', '250 to 500 MW', '500 to 1,000 MW', '1,000 MW or more'],
    better: 'high',
    unknown: 'MW unknown',
  },
  time: {
    label: 'Promised time to power',
    // No site that still waits has a time of nought.
    breaks: [Number.MIN_VALUE, 1, 2, 3, 5],
    texts: ['power now', 'within a year', '1 to 2 years', '2 to 3 years', '3 to 5 years', '5 years or more'],
    better: 'low',
    unknown: 'No date promised',
  },
  rung: {
    label: 'Evidence of the megawatts',
    breaks: [1, 2, 3, 4, 5],
    texts: ['claimed', 'letter', 'application filed', 'study done', 'agreement executed', 'energized'],
    better: 'high',
    unknown: 'No MW figure',
  },
  failed: {
    label: 'Gates failed',
    breaks: [1, 2, 3],
    texts: ['none', '1', '2', '3 or more'],
    better: 'low',
    unknown: 'Not judged',
  },
  open: {
    label: 'Gates open',
    breaks: [1, 3, 5, 7],
    texts: ['none', '1 or 2', '3 or 4', '5 or 6', '7 or more'],
    better: 'low',
    unknown: 'Not judged',
  },
}

/** What a user reads for a value. */
export function siteValueLabel(value: SiteValue): string {
  return value === 'verdict' ? 'Verdict' : SITE_VALUE_CLASSES[value].label
}
