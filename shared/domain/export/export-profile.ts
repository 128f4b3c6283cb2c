import { EXPORT_COLUMNS, type ExportColumn } from './export-columns.ts'

/**
 * Who a file is for. `internal`: the team, everything. `nda`: someone who signed; all facts of a site, and neither the
 * team's notes nor what it thinks the site is worth. `teaser`: anyone; what a site offers, and nothing that says which
 * one it is.
 */
export const EXPORT_PROFILES = ['internal', 'nda', 'teaser'] as const

export type ExportProfile = (typeof EXPORT_PROFILES)[number]

export const EXPORT_PROFILE_TEXTS: Readonly<Record<ExportProfile, { readonly label: string; readonly hint: string }>> =
  {
    internal: { label: 'Internal', hint: 'Everything the catalog holds.' },
    nda: { label: 'NDA', hint: 'All facts; no team notes, ranks, scores or values.' },
    teaser: {
      label: 'Teaser',
      hint: 'A code name and the middle of the county; no name, owner, operator, utility, substation, price, notes or values.',
    },
  }

/** A column is named here when it may be shown to anyone; a field that is added later stays hidden until it is. */
const TEASER_NAMES: ReadonlySet<string> = new Set([
  'kind',
  'status',
  'latitude',
  'longitude',
  'coordinate_precision',
  'county',
  'state',
  'country',
  'grid_operator',
  'energized_mw',
  'planned_mw',
  'queue_status',
  'energization_date',
  'grid_voltage_kv',
  'service_firmness',
  'nameplate_generation_mw',
  'primary_fuel',
  'land_acres',
  'flood_zone',
  'zoning',
  'fiber',
  'fiber_routes',
  'cooling',
])

const CODE_NAME: ExportColumn = { name: 'code_name', label: 'Code name', type: 'text', group: 'identity' }

/** The columns that a profile may show, in their order; the teaser's begin with a code name. */
export function profileColumns(profile: ExportProfile): readonly ExportColumn[] {
  if (profile === 'internal') return EXPORT_COLUMNS
  if (profile === 'nda') return EXPORT_COLUMNS.filter((column) => column.group !== 'judgement')
  return [CODE_NAME, ...EXPORT_COLUMNS.filter((column) => TEASER_NAMES.has(column.name))]
}
