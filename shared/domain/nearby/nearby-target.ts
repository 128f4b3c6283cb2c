import type { SiteFieldKey } from '../site/site-fields.ts'
import type { LayerRole } from './layer-role.ts'

/** What the distance from a site is measured to, in the order in which it is listed. */
export const NEARBY_TARGETS = [
  'substation',
  'transmission_line',
  'power_plant',
  'gas_pipeline',
  'fiber',
  'water',
  'road',
  'data_center',
  'city',
  'town',
  'flood_zone',
  'wetland',
  'protected_land',
] as const

export type NearbyTarget = (typeof NEARBY_TARGETS)[number]

interface TargetDef {
  readonly label: string
  /** The layers that have it; null where it does not come from layers alone. */
  readonly role: LayerRole | null
  /** The field of a site that holds such a distance. */
  readonly field: SiteFieldKey | null
  /** Lines follow roads and property lines; nobody builds a straight one. */
  readonly isBuiltTo: boolean
}

export const NEARBY_TARGET_DEFS: Readonly<Record<NearbyTarget, TargetDef>> = {
  substation: { label: 'Substation', role: 'substations', field: 'substationDistanceMi', isBuiltTo: true },
  transmission_line: { label: 'Transmission line', role: 'transmission_lines', field: null, isBuiltTo: true },
  power_plant: { label: 'Power plant', role: 'power_plants', field: null, isBuiltTo: true },
  gas_pipeline: { label: 'Gas pipeline', role: 'gas_pipelines', field: null, isBuiltTo: true },
  fiber: { label: 'Fiber', role: 'fiber', field: 'fiberDistanceMi', isBuiltTo: true },
  water: { label: 'Water', role: 'water', field: null, isBuiltTo: true },
  road: { label: 'Road', role: 'roads', field: null, isBuiltTo: true },
  data_center: { label: 'Data center', role: 'data_centers', field: null, isBuiltTo: false },
  city: { label: 'City of 80,000 or more', role: null, field: null, isBuiltTo: false },
  town: { label: 'Town', role: null, field: null, isBuiltTo: false },
  flood_zone: { label: 'Flood zone', role: 'flood_zones', field: null, isBuiltTo: false },
  wetland: { label: 'Wetland', role: 'wetlands', field: null, isBuiltTo: false },
  protected_land: { label: 'Protected land', role: 'protected_land', field: null, isBuiltTo: false },
}

/** Targets whose distance a field of a site holds. */
export const FILLABLE_TARGETS = ['substation', 'fiber'] as const satisfies readonly NearbyTarget[]

export type FillableTarget = (typeof FILLABLE_TARGETS)[number]
