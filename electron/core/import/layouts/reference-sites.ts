import type { SiteFieldKey } from '../../../../shared/domain/site/site-fields.ts'
import { readSiteRows } from '../site-rows.ts'
import type { Layout } from './layout.ts'
import { hasMostColumns, requiredColumns } from './required-columns.ts'

const FIELD_OF_COLUMN = {
  name: 'name',
  operator: 'operator',
  owner: 'owner',
  kind: 'kind',
  status: 'status',
  city: 'city',
  county: 'county',
  state: 'state',
  country: 'country',
  coordinate_precision: 'coordinatePrecision',
  iso: 'gridOperator',
  utility: 'utility',
  power_mw_energized: 'energizedMw',
  power_mw_contracted_or_planned: 'plannedMw',
  voltage_kv: 'gridVoltageKv',
  land_acres: 'landAcres',
  fiber: 'fiber',
  water: 'water',
  cooling: 'cooling',
  queue_status: 'queueStatus',
  queue_mw: 'queueMw',
  energization_date: 'energizationDate',
  power_price_usd_mwh: 'powerPriceUsdPerMwh',
  ai_deal: 'aiDeal',
  note: 'note',
} as const satisfies Record<string, SiteFieldKey>

type ValueColumn = keyof typeof FIELD_OF_COLUMN

const VALUE_COLUMNS = Object.keys(FIELD_OF_COLUMN) as ValueColumn[]
const COLUMNS = ['site_id', ...VALUE_COLUMNS, 'latitude', 'longitude', 'source_url', 'source_date'] as const

/** The layout of data/reference/sites.csv: one row a site, each with its own id, source and date. */
export const referenceSites: Layout = {
  format: 'reference-sites',
  kind: 'sites',
  title: 'Switchyard reference sites',
  attribution: 'Includes data from Compute Atlas (CC BY 4.0, changed), EIA (public domain) and Epoch AI (CC BY 4.0).',
  dataSetName: (fileName) => `Reference sites (${fileName})`,
  recognises: (header) => hasMostColumns(header, COLUMNS),
  read(table) {
    const at = requiredColumns(table, COLUMNS)
    return readSiteRows(table, {
      columns: {
        header: table.header,
        fields: new Map(VALUE_COLUMNS.map((column) => [FIELD_OF_COLUMN[column], at[column]])),
        latitude: at.latitude,
        longitude: at.longitude,
        hasDecimalComma: table.delimiter === ';',
      },
      id: at.site_id,
      source: at.source_url,
      sourceDate: at.source_date,
      derivedId: () => null,
    })
  },
}
