/**
 * The fields of a site: the one list that the catalog, the editor, the importers, the columns for
 * ranking and the memo are made from. Numbers carry their unit in the key.
 */

export type SiteFieldType = 'text' | 'number' | 'category' | 'position'

export interface SiteField {
  /** What a user reads. */
  readonly label: string
  readonly type: SiteFieldType
  /** Shown behind the number; empty for counts and texts. */
  readonly unit?: string
  /** Inclusive bounds of a number; values outside are refused. */
  readonly min?: number
  readonly max?: number
  /** The values a category may take. A category without options takes any short text. */
  readonly options?: readonly string[]
  /** Longest text accepted, characters. */
  readonly maxLength?: number
  readonly group: SiteFieldGroup
  /** True where the field travels to the renderer as a packed column. */
  readonly column?: true
}

export type SiteFieldGroup = 'identity' | 'location' | 'power' | 'tariff' | 'land' | 'conversion'

export const SITE_KINDS = [
  'mining',
  'hpc_campus',
  'hybrid',
  'retired_plant',
  'retiring_plant',
  'powered_land',
  'data_center',
] as const
export const SITE_STATUSES = ['operating', 'building', 'announced', 'idle', 'retired', 'retiring'] as const
export const QUEUE_STATUSES = [
  'none_needed',
  'applied',
  'study',
  'ia_signed',
  'construction',
  'energized',
  'unknown',
] as const

const SHORT = 200
const LONG = 4000

export const SITE_FIELDS = {
  name: { label: 'Name', type: 'text', group: 'identity', maxLength: SHORT },
  operator: { label: 'Operator', type: 'text', group: 'identity', maxLength: SHORT },
  owner: { label: 'Owner', type: 'text', group: 'identity', maxLength: SHORT },
  kind: { label: 'Kind', type: 'category', group: 'identity', options: SITE_KINDS, column: true },
  status: { label: 'Status', type: 'category', group: 'identity', options: SITE_STATUSES, column: true },
  aiDeal: { label: 'AI deal', type: 'text', group: 'identity', maxLength: LONG },
  note: { label: 'Source note', type: 'text', group: 'identity', maxLength: LONG },

  position: { label: 'Position', type: 'position', group: 'location', column: true },
  coordinatePrecision: {
    label: 'Coordinate precision',
    type: 'category',
    group: 'location',
    options: ['site', 'town', 'county'],
    column: true,
  },
  city: { label: 'City', type: 'text', group: 'location', maxLength: SHORT },
  county: { label: 'County', type: 'text', group: 'location', maxLength: SHORT },
  state: { label: 'State or region', type: 'category', group: 'location', maxLength: SHORT, column: true },
  country: { label: 'Country', type: 'category', group: 'location', maxLength: 2, column: true },

  gridOperator: { label: 'Grid operator', type: 'category', group: 'power', maxLength: SHORT, column: true },
  balancingAuthority: { label: 'Balancing authority', type: 'category', group: 'power', maxLength: SHORT },
  utility: { label: 'Utility', type: 'text', group: 'power', maxLength: SHORT },
  energizedMw: { label: 'Energized', type: 'number', unit: 'MW', group: 'power', min: 0, max: 100_000, column: true },
  plannedMw: {
    label: 'Contracted or planned',
    type: 'number',
    unit: 'MW',
    group: 'power',
    min: 0,
    max: 100_000,
    column: true,
  },
  queueStatus: { label: 'Queue status', type: 'category', group: 'power', options: QUEUE_STATUSES, column: true },
  queueMw: { label: 'Queue position', type: 'number', unit: 'MW', group: 'power', min: 0, max: 100_000, column: true },
  queueProject: { label: 'Request in a queue', type: 'text', group: 'power', maxLength: SHORT },
  queueAheadMw: {
    label: 'Generation likely ahead in the queue',
    type: 'number',
    unit: 'MW',
    group: 'power',
    min: 0,
    max: 1_000_000,
    column: true,
  },
  areaYearsToPower: {
    label: 'Request to energization around here',
    type: 'number',
    unit: 'years',
    group: 'power',
    min: 0,
    max: 50,
    column: true,
  },
  energizationDate: { label: 'Energization', type: 'text', group: 'power', maxLength: 10 },
  gridVoltageKv: {
    label: 'Grid voltage',
    type: 'number',
    unit: 'kV',
    group: 'power',
    min: 0,
    max: 1_500,
    column: true,
  },
  substationDistanceMi: {
    label: 'Distance to substation',
    type: 'number',
    unit: 'mi',
    group: 'power',
    min: 0,
    max: 1_000,
    column: true,
  },
  feeds: { label: 'Independent feeds', type: 'number', group: 'power', min: 0, max: 20, column: true },
  feedMw: {
    label: 'What one feed carries',
    type: 'number',
    unit: 'MW',
    group: 'power',
    min: 0,
    max: 100_000,
    column: true,
  },
  transformers: { label: 'Main transformers', type: 'number', group: 'power', min: 0, max: 100, column: true },
  transformerMva: {
    label: 'Rating of one transformer',
    type: 'number',
    unit: 'MVA',
    group: 'power',
    min: 0,
    max: 5_000,
    column: true,
  },
  serviceFirmness: {
    label: 'Service',
    type: 'category',
    group: 'power',
    options: ['firm', 'interruptible'],
    column: true,
  },
  powerPriceUsdPerMwh: {
    label: 'Power price, all-in',
    type: 'number',
    unit: '$/MWh',
    group: 'power',
    min: -500,
    max: 5_000,
    column: true,
  },
  priceNode: { label: 'Market price node', type: 'text', group: 'power', maxLength: SHORT },
  energyUsdPerMwh: {
    label: 'Energy charge',
    type: 'number',
    unit: '$/MWh',
    group: 'tariff',
    min: -500,
    max: 5_000,
    column: true,
  },
  basisUsdPerMwh: {
    label: 'Basis to the hub',
    type: 'number',
    unit: '$/MWh',
    group: 'tariff',
    min: -500,
    max: 5_000,
    column: true,
  },
  capacityUsdPerMwDay: {
    label: 'Capacity charge',
    type: 'number',
    unit: '$/MW-day',
    group: 'tariff',
    min: 0,
    max: 10_000,
    column: true,
  },
  transmissionUsdPerKwYear: {
    label: 'Transmission charge',
    type: 'number',
    unit: '$/kW-yr',
    group: 'tariff',
    min: 0,
    max: 2_000,
    column: true,
  },
  demandUsdPerKwMonth: {
    label: 'Demand charge',
    type: 'number',
    unit: '$/kW-month',
    group: 'tariff',
    min: 0,
    max: 200,
    column: true,
  },
  ridersUsdPerMwh: {
    label: 'Riders',
    type: 'number',
    unit: '$/MWh',
    group: 'tariff',
    min: -500,
    max: 500,
    column: true,
  },
  powerTaxPercent: {
    label: 'Tax on power',
    type: 'number',
    unit: '%',
    group: 'tariff',
    min: 0,
    max: 100,
    column: true,
  },
  minimumBillPercent: {
    label: 'Least demand billed',
    type: 'number',
    unit: '% of contract',
    group: 'tariff',
    min: 0,
    max: 100,
    column: true,
  },
  exitFeeYears: {
    label: 'Exit fee, years of the least demand',
    type: 'number',
    unit: 'years',
    group: 'tariff',
    min: 0,
    max: 50,
    column: true,
  },
  nameplateGenerationMw: {
    label: 'Nameplate generation',
    type: 'number',
    unit: 'MW',
    group: 'power',
    min: 0,
    max: 100_000,
    column: true,
  },
  primaryFuel: { label: 'Primary fuel', type: 'category', group: 'power', maxLength: SHORT },
  retirementYear: { label: 'Retirement year', type: 'number', group: 'power', min: 1950, max: 2100, column: true },
  eiaPlantId: { label: 'EIA plant code', type: 'text', group: 'power', maxLength: 20 },

  landAcres: { label: 'Land', type: 'number', unit: 'acres', group: 'land', min: 0, max: 1_000_000, column: true },
  buildableAcres: {
    label: 'Buildable acreage',
    type: 'number',
    unit: 'acres',
    group: 'land',
    min: 0,
    max: 1_000_000,
    column: true,
  },
  floodZone: {
    label: 'Flood zone (FEMA)',
    type: 'category',
    group: 'land',
    options: ['X', 'A', 'AE', 'V', 'VE'],
    column: true,
  },
  zoning: {
    label: 'Zoning',
    type: 'category',
    group: 'land',
    options: ['industrial', 'commercial', 'agricultural', 'residential', 'unzoned'],
    column: true,
  },

  fiber: { label: 'Fiber', type: 'category', group: 'conversion', options: ['lit', 'near', 'unknown'], column: true },
  fiberRoutes: { label: 'Diverse fiber routes', type: 'number', group: 'conversion', min: 0, max: 50, column: true },
  fiberDistanceMi: {
    label: 'Distance to long-haul fiber',
    type: 'number',
    unit: 'mi',
    group: 'conversion',
    min: 0,
    max: 1_000,
    column: true,
  },
  waterBasin: {
    label: 'Water basin',
    type: 'category',
    group: 'conversion',
    options: ['unrestricted', 'stressed', 'restricted'],
    column: true,
  },
  leaseOfferUsdPerKwMonth: {
    label: 'Rent offered by a tenant',
    type: 'number',
    unit: '$/kW-month',
    group: 'conversion',
    min: 0,
    max: 1_000,
    column: true,
  },
  leaseOfferType: {
    label: 'Type of the lease offered',
    type: 'category',
    group: 'conversion',
    options: ['gross', 'modified_gross', 'triple_net'],
    column: true,
  },
  water: { label: 'Water', type: 'text', group: 'conversion', maxLength: LONG },
  cooling: {
    label: 'Cooling',
    type: 'category',
    group: 'conversion',
    options: ['air', 'immersion', 'hydro', 'liquid', 'unknown'],
    column: true,
  },
} as const satisfies Record<string, SiteField>

export type SiteFieldKey = keyof typeof SITE_FIELDS

export const SITE_FIELD_KEYS = Object.keys(SITE_FIELDS) as SiteFieldKey[]

/** The definition of a field, with the optional properties visible to the compiler. */
export function siteField(key: SiteFieldKey): SiteField {
  return SITE_FIELDS[key]
}

export function isSiteFieldKey(key: string): key is SiteFieldKey {
  return Object.hasOwn(SITE_FIELDS, key)
}
