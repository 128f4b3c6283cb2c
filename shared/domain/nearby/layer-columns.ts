import type { LayerSketch } from './guess-layer-role.ts'
import { readVoltage } from './voltage.ts'

/** Names under which a voltage stands, the likeliest first, lower case. */
const VOLTAGE_COLUMNS = [
  'voltage',
  'max_volt',
  'max_voltage',
  'voltagekv',
  'voltage_kv',
  'kv',
  'kv_sort',
  'nominal_kv',
  'base_kv',
  'volts',
  'volt_class',
  'class',
]

/** The column of a layer's voltages, the one that most features say something readable in; null where there is none. */
export function voltageColumn(samples: LayerSketch['samples']): string | null {
  const columns = columnsOf(samples)
  let best: { column: string; count: number } | null = null
  for (const name of VOLTAGE_COLUMNS) {
    const column = columns.get(name)
    if (column === undefined) continue
    const count = samples.filter((each) => readVoltage(each[column]) !== null).length
    if (count > (best?.count ?? 0)) best = { column, count }
  }
  return best?.column ?? null
}

/** The column of a flood layer's zones; null where there is none. */
export function floodZoneColumn(samples: LayerSketch['samples']): string | null {
  const columns = columnsOf(samples)
  for (const name of ['fld_zone', 'flood_zone', 'zone']) {
    const column = columns.get(name)
    if (column !== undefined) return column
  }
  return null
}

function columnsOf(samples: LayerSketch['samples']): Map<string, string> {
  return new Map(samples.flatMap((each) => Object.keys(each).map((name) => [name.toLowerCase(), name])))
}
