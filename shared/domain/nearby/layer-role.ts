/** What the features of a reference layer are to a site. */
export const LAYER_ROLES = [
  'substations',
  'transmission_lines',
  'power_plants',
  'data_centers',
  'gas_pipelines',
  'fiber',
  'water',
  'roads',
  'flood_zones',
  'wetlands',
  'protected_land',
  'parcels',
  'other',
] as const

export type LayerRole = (typeof LAYER_ROLES)[number]

export const LAYER_ROLE_LABELS: Readonly<Record<LayerRole, string>> = {
  substations: 'Substations',
  transmission_lines: 'Transmission lines',
  power_plants: 'Power plants',
  data_centers: 'Data centers',
  gas_pipelines: 'Gas pipelines',
  fiber: 'Fiber',
  water: 'Water',
  roads: 'Roads',
  flood_zones: 'Flood zones',
  wetlands: 'Wetlands',
  protected_land: 'Protected land',
  parcels: 'Parcels',
  other: 'Other',
}
