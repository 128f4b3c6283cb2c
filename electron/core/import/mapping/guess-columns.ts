import type { MappedColumn, TableMapping, TableProposal } from '../../../../shared/contract/mappings.ts'
import type { ColumnRole } from '../../../../shared/domain/mapping/column-role.ts'
import { coordinateSystem, DEGREES } from '../../../../shared/domain/mapping/coordinate-systems.ts'
import { type DecimalMark, guessDecimalMark } from '../../../../shared/domain/mapping/decimal-mark.ts'
import { readDegrees, splitPair } from '../../../../shared/domain/mapping/read-degrees.ts'
import { readMeasure } from '../../../../shared/domain/mapping/read-measure.ts'
import { baseUnit, unitOfText, unitsOf } from '../../../../shared/domain/mapping/units.ts'
import { isSiteFieldKey, siteField } from '../../../../shared/domain/site/site-fields.ts'
import { fieldReader } from '../field-reader.ts'
import { mapSiteColumns } from '../layouts/map-site-columns.ts'

type Confidence = TableProposal['columns'][number]['confidence']

export interface ColumnGuess {
  readonly mapping: TableMapping
  readonly confidence: readonly Confidence[]
}

interface Guess {
  readonly role: ColumnRole
  readonly confidence: Confidence
}

/** Names that lists of parcels and surveys use beside those of lists of sites. */
const OTHER_NAMES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(apn|pin|ain|mbl|parcel ?(id|no|num|number|numb)?|tax id)$/, 'siteId'],
  [/^(property|property name|asset|asset name|location name|site description|projekt|standort)$/, 'name'],
  [/^(own(er)?|own(er)? ?name|own(er)? ?1)$/, 'owner'],
  [/^(ll |parcel )?(gis|calc)? ?acres?$/, 'landAcres'],
  [/^(northing|utm n|y coord(inate)?|coord y|point y|gps lat(itude)?|breitengrad|breite)$/, 'latitude'],
  [/^(easting|utm e|x coord(inate)?|coord x|point x|gps lon(g|gitude)?|längengrad|länge)$/, 'longitude'],
  [/^(gps|gps coordinates|geo|geolocation|location|lat ?long|map pin)$/, 'position'],
]

/** A word within a heading that says what the column most likely is, the most telling first. */
const WORDS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/\b(lat|latitude|northing)\b/, 'latitude'],
  [/\b(lon|lng|long|longitude|easting)\b/, 'longitude'],
  [/\bfib(er|re)\b.*\b(dist|distance|mi|miles|km)\b|\b(dist|distance|miles|km)\b.*\bfib(er|re)\b/, 'fiberDistanceMi'],
  [
    /\b(sub|substation|poi)\b.*\b(dist|distance|mi|miles|km|ft|m)\b|\b(dist|distance|miles|km)\b.*\b(sub|substation|poi)\b/,
    'substationDistanceMi',
  ],
  [/\b(acres?|acreage|hectares?|ha|land area|area|sq ?ft|calc acre)\b/, 'landAcres'],
  [/\b(kv|voltage|volts?)\b/, 'gridVoltageKv'],
  [/\b(price|rate|tariff|cost)\b|\b(usd|cents?|c|¢) ?(per )?(k|m)wh\b/, 'powerPriceUsdPerMwh'],
  [/\bmw\b.*\bahead\b|\bahead\b.*\bmw\b/, 'queueAheadMw'],
  [/\byears?\b.*\b(power|energi[sz]ation)\b/, 'areaYearsToPower'],
  [/\b(energi[sz]ed|operating|live)\b.*\b(k|m|g)w\b/, 'energizedMw'],
  [/\b(k|m|g)w\b|\b(load|capacity)\b/, 'plannedMw'],
  [/\b(county|cnty|parish)\b/, 'county'],
  [/\bstate\b/, 'state'],
  [/\b(city|town)\b/, 'city'],
  [/\bowner\b/, 'owner'],
  [/\butility\b/, 'utility'],
  [/\bzon(ing|ed)\b/, 'zoning'],
  [/\b(name|site)\b/, 'name'],
]

/** Everything that the headings and the first rows of a table say of what its columns are. */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[]): ColumnGuess {
  const values = header.map((_, index) => rows.map((row) => (row[index] ?? '').trim()).filter((text) => text !== ''))
  // The halves of a pair of coordinates and the number before a unit show the mark as well as bare numbers do.
  const decimalMark = guessDecimalMark(values.flat().flatMap((text) => text.split(/,?\s+|;\s*|[|/]/)))
  const guesses = guessRoles(header, values, decimalMark)
  const columns = header.map((heading, index): MappedColumn => {
    const role = guesses[index]?.role ?? 'ignore'
    return { heading, role, unit: guessUnit(role, heading, values[index] ?? [], decimalMark) }
  })
  return {
    mapping: { columns, crs: namedSystem(header) ?? DEGREES, decimalMark },
    confidence: header.map((_, index) => guesses[index]?.confidence ?? 'none'),
  }
}

function guessRoles(
  header: readonly string[],
  values: readonly (readonly string[])[],
  mark: DecimalMark,
): readonly (Guess | undefined)[] {
  const guesses: (Guess | undefined)[] = header.map(() => undefined)
  const taken = new Set<ColumnRole>()
  const take = (index: number, role: ColumnRole, confidence: Confidence) => {
    if (guesses[index] || taken.has(role)) return
    guesses[index] = { role, confidence }
    taken.add(role)
  }
  for (const [role, index] of mapSiteColumns(header))
    if (isOfOptions(role, values[index] ?? [])) take(index, role, 'sure')
  for (const [pattern, role] of OTHER_NAMES)
    for (const [index, heading] of header.entries()) if (pattern.test(wordsOf(heading))) take(index, role, 'likely')
  // "Load (kW)" is what "load_mw" is, in another unit.
  for (const [index, heading] of header.entries()) {
    const bare = wordsOf(heading)
      .replace(/\b(kw|gw|kva|v|ha|hectares?|km|m|ft|feet|kwh|usd|cents?|sq ?(ft|m))\b/g, ' ')
      .trim()
    if (bare === '' || bare === wordsOf(heading)) continue
    for (const unit of ['', ' mw', ' kv', ' acres', ' mi', ' mva', ' usd mwh'])
      for (const role of mapSiteColumns([`${bare}${unit}`]).keys())
        if (unitOfHeading(role, heading) !== null) take(index, role, 'likely')
  }
  for (const [index, each] of values.entries())
    if (each.length > 0 && each.every((text) => isPair(text, mark))) take(index, 'position', 'likely')
  for (const [pattern, role] of WORDS)
    for (const [index, heading] of header.entries())
      if (pattern.test(wordsOf(heading)) && suits(role, values[index] ?? [], mark)) take(index, role, 'possible')
  for (const axis of ['latitude', 'longitude'] as const)
    for (const [index, each] of values.entries())
      if (each.length > 0 && each.every((text) => isDms(text) && readDegrees(text, axis, mark) !== null))
        take(index, axis, 'possible')
  // A position in one column and in two is one too many.
  if (taken.has('latitude') && taken.has('longitude'))
    return guesses.map((each) => (each?.role === 'position' ? undefined : each))
  return guesses
}

/** "siteCapacity_kW" as words: "site capacity kw". */
function wordsOf(heading: string): string {
  return heading
    .replace(/(\p{Lowercase_Letter}{2})(\p{Uppercase_Letter})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('$', ' usd ')
    .replace(/[^\p{Letter}\p{Number}¢]+/gu, ' ')
    .trim()
}

function suits(role: ColumnRole, values: readonly string[], mark: DecimalMark): boolean {
  if (values.length === 0) return true
  const isNumeric = baseUnit(role) !== null || role === 'latitude' || role === 'longitude'
  if (!isNumeric) return values.some((text) => /\p{Letter}/u.test(text))
  const numbers = values.filter((text) => readMeasure(text, mark) !== null || isDms(text))
  return numbers.length >= values.length * 0.6
}

/** False for a column of words that are hardly ever among the options of the field: another list's own statuses. */
function isOfOptions(role: ColumnRole, values: readonly string[]): boolean {
  if (!isSiteFieldKey(role) || !siteField(role).options || values.length === 0) return true
  const read = fieldReader(role, false)
  return values.filter((text) => read(text).ok).length * 2 >= values.length
}

function isPair(text: string, mark: DecimalMark): boolean {
  const pair = splitPair(text, mark)
  if (pair === null || !/[.,°]\d|\d[°d]/.test(text)) return false
  return readDegrees(pair[0], 'latitude', mark) !== null && readDegrees(pair[1], 'longitude', mark) !== null
}

function isDms(text: string): boolean {
  return /\d\s*[°º]|^\s*[NSEW]\s*\d|\d\s*[NSEW]\s*$/i.test(text)
}

/** What the heading says, else what stands behind the numbers, else what their size says. */
function guessUnit(role: ColumnRole, heading: string, values: readonly string[], mark: DecimalMark): string | null {
  const units = unitsOf(role)
  if (units.length === 0) return null
  const named = unitOfHeading(role, heading)
  if (named !== null) return named
  const measures = values.flatMap((text) => readMeasure(text, mark) ?? [])
  const written = measures
    .map(({ unit }) => (unit === '' ? null : unitOfText(role, unit)))
    .find((unit) => unit !== null)
  if (written) return written
  const most = Math.max(...measures.map(({ value }) => Math.abs(value)))
  if (measures.length > 0 && role === 'gridVoltageKv' && most > 1_500) return 'V'
  if (measures.length > 0 && role === 'powerPriceUsdPerMwh' && most < 1) return '$/kWh'
  return units[0] ?? null
}

/** The unit that a heading names: "Area (ha)", "price_c/kWh", "loadKw". */
function unitOfHeading(role: ColumnRole, heading: string): string | null {
  const whole = heading.toLowerCase().replaceAll('usd', '$')
  const price = /(\$|¢|\bc|cts?|cents?)[\s_]*(?:\/|per|_)?[\s_]*([km]wh?)([-\s/_]*(?:month|mo|yr|year))?/.exec(whole)
  if (price) {
    const found = unitOfText(role, `${price[1]}/${price[2]}${price[3] ? `-${price[3].replace(/[^a-z]/g, '')}` : ''}`)
    if (found !== null) return found
  }
  const words = wordsOf(heading).split(' ')
  for (let length = 2; length >= 1; length--)
    for (let end = words.length; end - length >= 0; end--) {
      const unit = unitOfText(role, words.slice(end - length, end).join(' '))
      if (unit !== null) return unit
    }
  return null
}

/** A coordinate system that the headings name: "X (EPSG:26914)", "UTM 14N easting". */
function namedSystem(header: readonly string[]): string | null {
  for (const heading of header) {
    const code = /epsg\W*(\d{4,5})/i.exec(heading)?.[1]
    const system = code === undefined ? undefined : coordinateSystem(code)
    if (system) return system.code
    const zone = /utm\D{0,8}(\d{1,2})\s*n?/i.exec(heading)?.[1]
    const utm = zone === undefined ? undefined : coordinateSystem(String(32_600 + Number(zone)))
    if (utm) return utm.code
  }
  return null
}
