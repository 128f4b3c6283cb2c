import type { LayerRole } from './layer-role.ts'

export type LayerShape = 'point' | 'line' | 'polygon'

export interface LayerRoleRule {
  readonly role: Exclude<LayerRole, 'other'>
  readonly shapes: readonly LayerShape[]
  /** Sets of attribute names, lower case; all of a set speak for the role. */
  readonly attributes?: readonly (readonly string[])[]
  /** Values that an attribute of most features has. */
  readonly values?: Readonly<Record<string, RegExp>>
  readonly names: RegExp
}

/**
 * Columns of the layers that are published: Homeland Infrastructure (HIFLD), OpenStreetMap, EIA, FEMA's flood hazard
 * layer, the National Wetlands Inventory, the protected areas database, the National Hydrography Dataset, TIGER.
 */
export const LAYER_ROLE_RULES: readonly LayerRoleRule[] = [
  {
    role: 'flood_zones',
    shapes: ['polygon'],
    attributes: [['fld_zone'], ['sfha_tf'], ['flood_zone']],
    names: /flood|nfhl|fld_haz|sfha/i,
  },
  {
    role: 'wetlands',
    shapes: ['polygon'],
    attributes: [['wetland_type'], ['wetland_ty'], ['wetlands.wetland_type']],
    names: /wetland|\bnwi\b/i,
  },
  {
    role: 'protected_land',
    shapes: ['polygon'],
    attributes: [['gap_sts'], ['iucn_cat'], ['mang_name', 'unit_nm'], ['own_type', 'mang_type']],
    values: { boundary: /^(protected_area|national_park)$/, leisure: /^nature_reserve$/ },
    names: /protected|pad-?us|conservation|easement|national[ _-]?(park|forest|wildlife)|wilderness|refuge/i,
  },
  {
    role: 'substations',
    shapes: ['point', 'polygon'],
    attributes: [['max_volt'], ['max_volt', 'min_volt'], ['lines', 'max_infer']],
    values: { power: /^(substation|sub_station|station)$/, substation: /./ },
    names: /substation|\bsubs?\b|switch ?yard/i,
  },
  {
    role: 'transmission_lines',
    shapes: ['line'],
    attributes: [['volt_class'], ['sub_1', 'sub_2'], ['voltage', 'inferred'], ['kv', 'circuit']],
    values: { power: /^(line|minor_line|cable)$/ },
    names: /transmission|power[ _-]?lines?|\d{2,3} ?kv|electric.*lines?/i,
  },
  {
    role: 'power_plants',
    shapes: ['point', 'polygon'],
    attributes: [['primsource'], ['plant_code'], ['prim_fuel'], ['total_mw'], ['gen_units']],
    values: { power: /^(plant|generator)$/ },
    names: /power[ _-]?plants?|generat(or|ing|ion)/i,
  },
  {
    role: 'data_centers',
    shapes: ['point', 'polygon'],
    values: { telecom: /^data_cent(er|re)$/, building: /^data_cent(er|re)$/, man_made: /^data_cent(er|re)$/ },
    names: /data ?[_-]?cent(er|re)s?|colocation/i,
  },
  {
    role: 'gas_pipelines',
    shapes: ['line'],
    attributes: [['typepipe'], ['pipe_type']],
    values: { substance: /gas/, man_made: /^pipeline$/ },
    names: /gas|pipe ?lines?/i,
  },
  {
    role: 'fiber',
    shapes: ['line', 'point'],
    values: { 'communication:fiber_optic': /./, communication: /fib(er|re)/, telecom: /^(line|cable)$/ },
    names: /fib(er|re)|long[ _-]?haul|telecom/i,
  },
  {
    role: 'roads',
    shapes: ['line'],
    attributes: [['rttyp'], ['highway'], ['fullname', 'mtfcc'], ['road_class']],
    names: /roads?|highways?|streets?|primaryroads|interstate/i,
  },
  {
    role: 'water',
    shapes: ['line', 'polygon', 'point'],
    attributes: [
      ['gnis_name', 'ftype'],
      ['gnis_name', 'fcode'],
      ['reachcode'],
      ['waterway'],
      ['hydroid'],
      ['ftype', 'fcode'],
    ],
    values: { natural: /^water$/ },
    names: /water|river|stream|lake|hydro|\bnhd|canal|reservoir|aquifer/i,
  },
  {
    role: 'parcels',
    shapes: ['polygon'],
    attributes: [['parcelnumb'], ['parcel_id'], ['parcelid'], ['apn'], ['parno'], ['pin'], ['ll_uuid']],
    names: /parcels?|cadast|\blots?\b|tax ?map/i,
  },
]
