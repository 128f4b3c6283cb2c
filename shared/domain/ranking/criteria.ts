/** The eight kinds of criteria, few enough to be compared with each other in pairs. */
export const CRITERION_GROUPS = ['value', 'price', 'power', 'time', 'evidence', 'land', 'connection', 'risk'] as const

export type CriterionGroup = (typeof CRITERION_GROUPS)[number]

export const CRITERION_GROUP_LABELS: Readonly<Record<CriterionGroup, string>> = {
  value: 'Value',
  price: 'Power price',
  power: 'Power and grid',
  time: 'Time to power',
  evidence: 'Evidence',
  land: 'Land and zoning',
  connection: 'Fiber, water and cooling',
  risk: 'Hazards and firmness',
}

interface CriterionDef {
  readonly label: string
  readonly unit: string
  readonly group: CriterionGroup
  readonly scale: 'linear' | 'log'
  /** The end of the scale that is worse: dear, late and far are worse high. */
  readonly isLessBetter: boolean
  /** What a bound may be. */
  readonly min: number
  readonly max: number
  /** Bounds that a ruler starts from where it does not set its own, and why they stand where they do. */
  readonly worst: number
  readonly best: number
  readonly source: string
}

const YES_OR_NO = { unit: '', scale: 'linear', isLessBetter: false, min: 0, max: 1, worst: 0, best: 1 } as const

/** The quantities that a ruler can score a site by. */
export const CRITERION_DEFS = {
  value: {
    label: 'Best value per MW',
    unit: '$/MW',
    group: 'value',
    scale: 'linear',
    isLessBetter: false,
    min: -50_000_000,
    max: 50_000_000,
    worst: -1_000_000,
    best: 3_000_000,
    source: 'Judgement: a mine that loses its machines to a leased hall of good margin, net present value per gross MW',
  },
  power_price: {
    label: 'Power price',
    unit: '$/MWh',
    group: 'price',
    scale: 'linear',
    isLessBetter: true,
    min: -500,
    max: 5_000,
    worst: 90,
    best: 20,
    source: 'Judgement: about the mean of United States industrial tariffs to the cheapest surplus power',
  },
  megawatts: {
    label: 'Megawatts',
    unit: 'MW',
    group: 'power',
    scale: 'log',
    isLessBetter: false,
    min: 0.01,
    max: 100_000,
    worst: 10,
    best: 1_000,
    source: 'Judgement: the smallest hall worth a tenant to a gigawatt campus',
  },
  evidence: {
    label: 'Evidence for the megawatts',
    unit: 'rung',
    group: 'evidence',
    scale: 'linear',
    isLessBetter: false,
    min: 0,
    max: 5,
    worst: 0,
    best: 5,
    source: 'The whole evidence ladder, from claimed to energized',
  },
  time_to_power: {
    label: 'Time to power',
    unit: 'years',
    group: 'time',
    scale: 'linear',
    isLessBetter: true,
    min: 0,
    max: 50,
    worst: 5,
    best: 0,
    source: 'Judgement: a request that has to pass every study to a site that is energized',
  },
  grid_voltage: {
    label: 'Grid voltage',
    unit: 'kV',
    group: 'power',
    scale: 'log',
    isLessBetter: false,
    min: 0.1,
    max: 1_500,
    worst: 12.5,
    best: 345,
    source: 'Common distribution voltage to extra high voltage',
  },
  substation: {
    label: 'Distance to substation',
    unit: 'mi',
    group: 'power',
    scale: 'linear',
    isLessBetter: true,
    min: 0,
    max: 1_000,
    worst: 10,
    best: 0,
    source: 'Judgement: a line of its own to none',
  },
  land: {
    label: 'Land',
    unit: 'acres',
    group: 'land',
    scale: 'log',
    isLessBetter: false,
    min: 0.01,
    max: 1_000_000,
    worst: 20,
    best: 1_000,
    source: 'Judgement: a single hall to a campus with room for its own generation',
  },
  fiber: {
    label: 'Distance to long-haul fiber',
    unit: 'mi',
    group: 'connection',
    scale: 'linear',
    isLessBetter: true,
    min: 0,
    max: 1_000,
    worst: 50,
    best: 0,
    source: 'Judgement: a build that takes a year to fiber at the fence',
  },
  flood: {
    ...YES_OR_NO,
    label: 'Outside the flood zone',
    group: 'risk',
    source: 'FEMA zone X, or a zone of the 100-year flood',
  },
  firm_service: {
    ...YES_OR_NO,
    label: 'Firm service',
    group: 'risk',
    source: 'Firm or interruptible, as the service agreement says',
  },
  zoning: { ...YES_OR_NO, label: 'Zoning', group: 'land', source: 'Built by right, or not allowed' },
  interruptible: {
    ...YES_OR_NO,
    label: 'Interruptible service',
    group: 'price',
    source: 'A miner is paid to be switched off; firm service is bought for others',
  },
  fiber_routes: {
    label: 'Diverse fiber routes',
    unit: 'routes',
    group: 'connection',
    scale: 'linear',
    isLessBetter: false,
    min: 0,
    max: 50,
    worst: 0,
    best: 3,
    source: 'Judgement: none, to one more than the two that a tenant asks for',
  },
  liquid_cooling: {
    ...YES_OR_NO,
    label: 'Liquid cooling on site',
    group: 'connection',
    source: 'Liquid, hydro or immersion cooling has its water loop; air cooling has none',
  },
  place: {
    ...YES_OR_NO,
    label: 'Place known exactly',
    group: 'evidence',
    source: 'Position of the site 1, of its town a half, of its county 0',
  },
  queue_pressure: {
    label: 'Queue pressure',
    unit: 'MW ahead per MW',
    group: 'time',
    scale: 'log',
    isLessBetter: true,
    min: 0.001,
    max: 100_000,
    worst: 50,
    best: 0.1,
    source:
      'Judgement: generation likely to be built ahead, per MW of the site; a tenth is one small plant before a large site, fifty a crowded county before a single hall',
  },
} as const satisfies Record<string, CriterionDef>

export type CriterionId = keyof typeof CRITERION_DEFS

export const CRITERIA = Object.keys(CRITERION_DEFS) as readonly CriterionId[]

/** The definition of a criterion, with the optional properties visible to the compiler. */
export function criterionDef(id: CriterionId): CriterionDef {
  return CRITERION_DEFS[id]
}

export function isCriterionId(id: string): id is CriterionId {
  return Object.hasOwn(CRITERION_DEFS, id)
}
