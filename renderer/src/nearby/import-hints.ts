import type { NearbyTarget } from '../../../shared/domain/nearby/nearby-target.ts'

/** What to import where the catalog has nothing of a kind. */
export const IMPORT_HINTS: Readonly<Record<NearbyTarget, string>> = {
  substation: 'HIFLD electric substations, or OpenStreetMap power=substation',
  transmission_line: 'HIFLD electric power transmission lines',
  power_plant: 'EIA-860 plants',
  gas_pipeline: 'EIA natural gas pipelines',
  fiber: "a carrier's routes as KMZ or GeoJSON",
  water: 'USGS National Hydrography',
  road: 'Census TIGER roads',
  data_center: 'sites of the kind data center',
  city: 'nothing: the built-in map is missing',
  town: 'nothing: the built-in map is missing',
  flood_zone: 'FEMA flood hazard areas, S_FLD_HAZ_AR',
  wetland: 'the National Wetlands Inventory of the state',
  protected_land: 'USGS protected areas, PAD-US',
}
