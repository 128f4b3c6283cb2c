import { isSiteFieldKey, siteField } from '../site/site-fields.ts'
import type { ColumnRole } from './column-role.ts'

/**
 * The units that a column may be written in, by the unit of the field: how many of the field's unit one of them is.
 * Hectare 10,000 m², acre 4,046.8564224 m², mile 1,609.344 m (NIST SP 811, appendix B, international foot).
 */
const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  MW: { MW: 1, kW: 1e-3, GW: 1e3 },
  MVA: { MVA: 1, kVA: 1e-3 },
  kV: { kV: 1, V: 1e-3 },
  acres: {
    acres: 1,
    hectares: 10_000 / 4_046.8564224,
    'sq ft': 1 / 43_560,
    'sq m': 1 / 4_046.8564224,
    'sq km': 1_000_000 / 4_046.8564224,
    'sq mi': 640,
  },
  mi: { mi: 1, km: 1 / 1.609344, ft: 1 / 5_280, m: 1 / 1_609.344 },
  '$/MWh': { '$/MWh': 1, '$/kWh': 1_000, '¢/kWh': 10 },
  '$/kW-month': { '$/kW-month': 1, '$/MW-month': 1e-3, '$/kW-yr': 1 / 12 },
  '$/kW-yr': { '$/kW-yr': 1, '$/kW-month': 12, '$/MW-yr': 1e-3 },
}

/** What people write for a unit, in lower case and without spaces and points. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  MW: ['mw', 'mwac', 'mwe', 'megawatt', 'megawatts'],
  kW: ['kw', 'kilowatt', 'kilowatts'],
  GW: ['gw', 'gigawatt', 'gigawatts'],
  MVA: ['mva'],
  kVA: ['kva'],
  kV: ['kv', 'kilovolt', 'kilovolts'],
  V: ['v', 'volt', 'volts'],
  acres: ['acres', 'acre', 'ac'],
  hectares: ['hectares', 'hectare', 'ha'],
  'sq ft': ['sqft', 'sf', 'ft2', 'ft²', 'squarefeet', 'sqfeet'],
  'sq m': ['sqm', 'm2', 'm²', 'squaremetres', 'squaremeters'],
  'sq km': ['sqkm', 'km2', 'km²'],
  'sq mi': ['sqmi', 'mi2', 'mi²', 'squaremiles', 'sqmiles'],
  mi: ['mi', 'mile', 'miles'],
  km: ['km', 'kms', 'kilometres', 'kilometers', 'kilometre', 'kilometer'],
  ft: ['ft', 'feet', 'foot'],
  m: ['m', 'metres', 'meters', 'metre', 'meter'],
  '$/MWh': ['$/mwh', 'usd/mwh', 'usdmwh', 'usdpermwh', 'mwh'],
  '$/kWh': ['$/kwh', 'usd/kwh', 'usdkwh', 'usdperkwh', 'kwh'],
  '¢/kWh': ['¢/kwh', 'c/kwh', 'ct/kwh', 'cts/kwh', 'cents/kwh', 'cent/kwh', 'centsperkwh', 'centskwh', 'ckwh', 'cents'],
  '$/kW-month': ['$/kw-month', '$/kw-mo', '$/kwmonth', '$/kw/month', 'usdkwmonth'],
  '$/MW-month': ['$/mw-month', '$/mw-mo', '$/mwmonth'],
  '$/kW-yr': ['$/kw-yr', '$/kw-year', '$/kwyear', '$/kw/yr', 'usdkwyr', 'usdkwyear'],
  '$/MW-yr': ['$/mw-yr', '$/mw-year'],
}

/** The units that a column of a role may be written in, the field's own first; none where it has no choice. */
export function unitsOf(role: ColumnRole): readonly string[] {
  return Object.keys(UNITS[baseUnit(role) ?? ''] ?? {})
}

/** The unit of the field that a role stands for. */
export function baseUnit(role: ColumnRole): string | null {
  return isSiteFieldKey(role) ? (siteField(role).unit ?? null) : null
}

/**
 * A number in the unit of the role's field.
 * @param unit one of `unitsOf(role)`; null for the field's own.
 */
export function toFieldUnit(role: ColumnRole, value: number, unit: string | null): number {
  const factor = factorOf(role, unit)
  // Twelve digits keep what anybody wrote and drop the dust of the conversion.
  return factor === 1 ? value : Number((value * factor).toPrecision(12))
}

function factorOf(role: ColumnRole, unit: string | null): number {
  return unit === null ? 1 : (UNITS[baseUnit(role) ?? '']?.[unit] ?? 1)
}

/** The unit that a text means among those of a role: "cents/kWh", "Hectares"; null where it is none of them. */
export function unitOfText(role: ColumnRole, text: string): string | null {
  const key = text.toLowerCase().replace(/[\s.()[\]]/g, '')
  return unitsOf(role).find((unit) => unit.toLowerCase() === key || SPELLINGS[unit]?.includes(key)) ?? null
}
