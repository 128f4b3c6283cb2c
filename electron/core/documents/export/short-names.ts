const LENGTH = 10

/** Names whose first ten characters would say nothing. */
const OWN: Readonly<Record<string, string>> = {
  latitude: 'LAT',
  longitude: 'LON',
  coordinate_precision: 'COORD_PREC',
  balancing_authority: 'BAL_AUTH',
  grid_operator: 'GRID_OP',
  energization_date: 'ENERG_DATE',
  energized_mw: 'ENERG_MW',
  grid_voltage_kv: 'GRID_KV',
  substation_distance_mi: 'SUBST_MI',
  service_firmness: 'SERV_FIRM',
  power_price_usd_per_mwh: 'USD_MWH',
  nameplate_generation_mw: 'NAMEPL_MW',
  primary_fuel: 'FUEL',
  retirement_year: 'RETIRE_YR',
  eia_plant_id: 'EIA_PLANT',
  queue_status: 'QUEUE_STAT',
  queue_ahead_mw: 'QUE_AHD_MW',
  area_years_to_power: 'AREA_YEARS',
  fiber_routes: 'FIBER_RTS',
  fiber_distance_mi: 'FIBER_MI',
}

/** Names of at most ten characters for a dBase table, one for each name and no two the same. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    names.map((name) => {
      const wish =
        OWN[name] ??
        name
          .replace(/^npv_usd_per_mw_/, 'npv_')
          .toUpperCase()
          .slice(0, LENGTH)
      let short = wish
      for (let number = 2; taken.has(short); number += 1) short = wish.slice(0, LENGTH - String(number).length) + number
      taken.add(short)
      return [name, short]
    }),
  )
}
