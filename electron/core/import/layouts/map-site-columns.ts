import {
  isSiteFieldKey,
  SITE_FIELD_KEYS,
  type SiteFieldKey,
  siteField,
} from '../../../../shared/domain/site/site-fields.ts'
import { columnKey } from '../column-key.ts'

/** What a column of a list of sites may hold beside the fields. */
export type SiteColumnRole = SiteFieldKey | 'siteId' | 'latitude' | 'longitude' | 'source' | 'sourceDate'

/** Names that brokers, utilities and spreadsheets give to the columns, the likeliest first. */
const SYNONYMS: Readonly<Partial<Record<SiteColumnRole, readonly string[]>>> = {
  siteId: ['site_id', 'id', 'site_no', 'site_number', 'site_code', 'project_id', 'ref', 'reference'],
  name: ['site_name', 'site', 'project', 'project_name', 'title', 'facility', 'facility_name', 'plant_name', 'plant'],
  latitude: ['lat', 'latitude_deg', 'lat_deg', 'latitude_wgs84', 'y', 'site_latitude', 'site_lat'],
  longitude: ['lon', 'lng', 'long', 'longitude_deg', 'lon_deg', 'longitude_wgs84', 'x', 'site_longitude', 'site_lon'],
  position: ['coordinates', 'coords', 'lat_lon', 'lat_lng', 'latitude_longitude', 'location_lat_lon'],
  source: ['source_url', 'sources', 'url', 'link', 'reference_url'],
  sourceDate: ['source_date', 'as_of', 'as_of_date', 'date', 'updated', 'last_updated', 'date_checked'],
  operator: ['developer', 'company', 'tenant_operator', 'seller'],
  owner: ['land_owner', 'landowner', 'owner_name', 'ownership'],
  kind: ['type', 'site_type', 'site_kind', 'category', 'asset_type'],
  status: ['site_status', 'project_status', 'stage'],
  aiDeal: ['deal', 'tenant', 'ai_tenant'],
  note: ['notes', 'comment', 'comments', 'remarks', 'description'],
  city: ['town', 'place', 'nearest_city', 'municipality'],
  county: ['parish', 'county_name'],
  state: ['region', 'province', 'state_code', 'st', 'state_province'],
  country: ['country_code', 'iso2'],
  gridOperator: ['iso', 'rto', 'iso_rto', 'market', 'grid', 'power_market'],
  balancingAuthority: ['ba', 'ba_code', 'balancing_authority_code'],
  utility: ['utility_name', 'electric_utility', 'serving_utility', 'tdsp', 'tdu', 'transmission_owner'],
  energizedMw: ['power_mw_energized', 'mw_energized', 'operating_mw', 'mw_operating', 'current_mw', 'live_mw'],
  plannedMw: [
    'power_mw_contracted_or_planned',
    'mw',
    'power_mw',
    'capacity_mw',
    'mw_capacity',
    'mw_planned',
    'contracted_mw',
    'total_mw',
    'available_mw',
    'load_mw',
    'size_mw',
    'megawatts',
    'power',
    'capacity',
  ],
  queueStatus: ['interconnection_status', 'ia_status', 'grid_status'],
  queueMw: ['mw_queue', 'requested_mw', 'request_mw', 'interconnection_mw'],
  queueAheadMw: ['mw_ahead', 'ahead_mw', 'queue_mw_ahead', 'mw_ahead_in_queue', 'likely_mw_ahead'],
  areaYearsToPower: ['years_to_power', 'median_years_to_power', 'years_to_energization', 'area_wait_years'],
  energizationDate: ['energization', 'energized_date', 'in_service_date', 'isd', 'cod', 'power_date', 'online_date'],
  gridVoltageKv: ['voltage_kv', 'voltage', 'kv', 'grid_voltage', 'poi_voltage_kv', 'line_voltage_kv', 'poi_kv'],
  substationDistanceMi: ['distance_to_substation_mi', 'substation_mi', 'miles_to_substation', 'substation_miles'],
  serviceFirmness: ['service', 'service_type', 'firmness'],
  powerPriceUsdPerMwh: [
    'power_price_usd_mwh',
    'power_price',
    'price_usd_mwh',
    'power_price_mwh',
    'price_mwh',
    'usd_mwh',
    'energy_price',
    'power_cost_usd_mwh',
    'all_in_price_usd_mwh',
    'price',
  ],
  feeds: ['number_of_feeds', 'feed_count', 'utility_feeds'],
  feedMw: ['feed_capacity_mw', 'mw_per_feed'],
  transformers: ['transformer_count', 'number_of_transformers'],
  transformerMva: ['mva_per_transformer', 'transformer_rating_mva', 'mva'],
  energyUsdPerMwh: ['energy_charge', 'energy_charge_usd_mwh', 'energy_usd_mwh'],
  basisUsdPerMwh: ['basis', 'basis_usd_mwh'],
  capacityUsdPerMwDay: ['capacity_price', 'capacity_usd_mw_day', 'capacity_charge'],
  transmissionUsdPerKwYear: ['transmission_usd_kw_yr', 'transmission_rate', 'tcos'],
  demandUsdPerKwMonth: ['demand_charge', 'demand_usd_kw_month'],
  ridersUsdPerMwh: ['riders', 'riders_usd_mwh', 'adders'],
  powerTaxPercent: ['power_tax', 'sales_tax_percent', 'utility_tax_percent'],
  minimumBillPercent: ['minimum_bill', 'minimum_take', 'minimum_take_percent', 'min_bill_pct'],
  exitFeeYears: ['exit_fee'],
  nameplateGenerationMw: ['nameplate_mw', 'nameplate', 'generation_mw', 'nameplate_capacity_mw'],
  primaryFuel: ['fuel', 'fuel_type'],
  retirementYear: ['retirement', 'retired_year', 'year_retired'],
  eiaPlantId: ['plant_id_eia', 'eia_plant_code', 'plant_code', 'oris', 'eia_id'],
  landAcres: ['acres', 'acreage', 'land_size_acres', 'lot_size_acres', 'gis_acres', 'site_acres', 'land'],
  floodZone: ['fema_flood_zone', 'flood', 'fema_zone'],
  zoning: ['zoned', 'zoning_class'],
  fiber: ['fibre', 'fiber_status'],
  fiberRoutes: ['fiber_paths', 'diverse_fiber_routes', 'fibre_routes'],
  fiberDistanceMi: ['distance_to_fiber_mi', 'fiber_mi', 'miles_to_fiber'],
  waterBasin: ['basin', 'basin_stress', 'water_stress', 'water_basin_stress'],
  leaseOfferUsdPerKwMonth: ['rent_offer', 'lease_offer', 'offered_rent', 'rent_usd_kw_month'],
  leaseOfferType: ['lease_type', 'rent_type', 'lease_offer_type'],
  water: ['water_source', 'water_supply'],
  cooling: ['cooling_type'],
}

/**
 * Finds which column holds what, by the field's own key, its label, its snake_case name with or without the unit,
 * and the synonyms above; one column for each role, one role for each column. Columns that answer to nothing are
 * left alone.
 */
export function mapSiteColumns(header: readonly string[]): ReadonlyMap<SiteColumnRole, number> {
  const keys = header.map(columnKey)
  const roles: readonly SiteColumnRole[] = [
    'siteId',
    'latitude',
    'longitude',
    'source',
    'sourceDate',
    ...SITE_FIELD_KEYS,
  ]
  const found = new Map<SiteColumnRole, number>()
  const used = new Set<number>()
  const claim = (role: SiteColumnRole, names: readonly string[]) => {
    const index = names.map((name) => keys.indexOf(columnKey(name))).find((each) => each >= 0 && !used.has(each))
    if (index === undefined || found.has(role)) return
    found.set(role, index)
    used.add(index)
  }
  // A field's own names go first for all fields, so that no synonym of another takes its column.
  for (const role of roles) claim(role, ownNames(role))
  for (const role of roles) claim(role, SYNONYMS[role] ?? [])
  return found
}

function ownNames(role: SiteColumnRole): readonly string[] {
  if (!isSiteFieldKey(role)) return [role]
  const { label, unit } = siteField(role)
  return unit === undefined ? [role, label] : [role, label, `${label} ${unit}`]
}

/** The field that a column name means, for someone who names a single field; null where it means none. */
export function siteFieldOfName(name: string): SiteFieldKey | null {
  const [role] = mapSiteColumns([name]).keys()
  return role !== undefined && isSiteFieldKey(role) ? role : null
}
