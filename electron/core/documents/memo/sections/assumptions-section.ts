import type { DeckValue, ScenarioDeck } from '../../../../../shared/contract/scenario.ts'
import {
  ASSUMPTION_KEYS,
  ASSUMPTIONS,
  type AssumptionKey,
} from '../../../../../shared/domain/scenario/assumption-defs.ts'
import type { AssumptionDef } from '../../../../../shared/domain/scenario/assumptions.ts'
import { PRESETS } from '../../../../../shared/domain/scenario/presets.ts'
import type { Verdict } from '../../../../../shared/domain/site/strategies.ts'
import { formatDate } from '../../../../../shared/format/format-date.ts'
import { formatNumber, formatUsd } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const COLUMNS = [
  { title: 'Assumption', width: 138 },
  { title: 'Value', width: 88, align: 'right' },
  { title: 'Usual range', width: 116, align: 'right' },
  { title: 'Source', width: CONTENT_WIDTH - 342 },
] as const

const MINING: readonly AssumptionKey[] = ['fleetEfficiencyJPerTh', 'difficultyGrowthPerYear', 'miningDiscountRate']
const LEASE: readonly AssumptionKey[] = [
  'leaseRentUsdPerKwMonth',
  'leaseTermYears',
  'leaseType',
  'retrofitCapexUsdPerItMw',
  'aiCapexUsdPerItMw',
  'leaseDiscountRate',
]

/** What each verdict rests on beside the markets. */
const DECISIVE: Readonly<Record<Verdict, readonly AssumptionKey[]>> = {
  mine: MINING,
  lease: LEASE,
  cloud: ['gpuHourSlopePerYear', 'gpuUtilisation', 'gpuCapexUsd', 'gpuLifeYears', 'gpuDiscountRate'],
  colo: ['colocationUsdPerKwMonth', 'colocationOccupancy', 'aiCapexUsdPerItMw', 'leaseDiscountRate'],
  hybrid: [...MINING, ...LEASE],
  none: ['leaseRentUsdPerKwMonth', 'aiCapexUsdPerItMw', 'miningDiscountRate', 'leaseDiscountRate'],
}

/** The assumptions that the preset or the user sets, those the verdict rests on, and how many stand at their default. */
export function assumptionsSection({ faces, scenario, input, explanation }: MemoContent): Piece[] {
  const preset = PRESETS.find(({ id }) => id === scenario.presetId)
  const { deck } = input.scenario
  const listed = new Set<string>([
    ...Object.keys(preset?.values ?? {}),
    ...Object.keys(deck?.values ?? {}),
    ...Object.keys(input.scenario.changes),
    ...DECISIVE[explanation.verdict],
    'unsurveyedConvertibleShare',
  ])
  const keys = ASSUMPTION_KEYS.filter((key) => listed.has(key))
  const rows = keys.map((key): TableCell[] => {
    const def = ASSUMPTIONS[key]
    const isMoved = Object.hasOwn(input.scenario.changes, key)
    const ofDeck = deck?.values[key]
    const isChanged = isMoved || ofDeck !== undefined
    const isPreset = preset?.values[key] !== undefined
    const origin = isMoved
      ? 'Changed by the author of the scenario'
      : ofDeck
        ? deckSource(ofDeck)
        : isPreset
          ? `Preset ${scenario.presetId}`
          : def.source
    return [
      { text: def.label, style: isChanged ? STYLES.smallStrong : STYLES.small },
      { text: quantity(scenario.assumptions[key], def), style: isChanged ? STYLES.smallStrong : STYLES.small },
      { text: usualRange(def), style: STYLES.smallQuiet },
      { text: origin, style: STYLES.smallQuiet },
    ]
  })
  const others = ASSUMPTION_KEYS.length - keys.length
  return [
    heading(faces, 'Assumptions'),
    ...paragraph(
      faces,
      `${deck ? `${deckIntroduction(deck)} ` : ''}${preset?.note ?? ''} The other ${others} assumptions stand at their defaults, which the catalog's scenario panel lists with their sources.`.trim(),
      STYLES.note,
      CONTENT_WIDTH,
      2,
      { keepWithNext: true },
    ),
    ...table(faces, { columns: COLUMNS, rows }),
  ]
}

/** What the deck is, in front of the note of its preset. */
function deckIntroduction({ name, version, asOf, note }: ScenarioDeck): string {
  const purpose = note.trim().replace(/\s+/g, ' ')
  return `Deck ${name}, version ${version}, as of ${formatDate(asOf)}.${purpose === '' ? '' : ` ${purpose}`}`
}

/** What a deck gives for a value, with its date and who entered it. */
function deckSource({ source, asOf, author }: DeckValue): string {
  const said = source.trim() === '' ? 'No source was given' : source.trim()
  const who = author.trim() === '' ? 'a colleague' : author
  return `${said}${asOf === null ? '' : ` (${formatDate(asOf)})`}; entered by ${who}`
}

/** A quantity as a reader writes it: shares and yearly rates in percent, money with its sign in front. */
function quantity(value: number, def: AssumptionDef): string {
  const { unit, choices } = def
  if (choices !== undefined) return choices[value] ?? String(value)
  if (isShare(def)) {
    const percent = value * 100
    return `${formatNumber(percent, decimalsOf(percent, 1))}%${unit === '' ? '' : ' a year'}`
  }
  if (unit === 'USD') return formatUsd(value)
  if (unit.startsWith('$')) return `$${plain(value, unit)}${unit.slice(1)}`
  return unit === '' || unit === 'year' ? plain(value, unit) : `${plain(value, unit)} ${unit}`
}

/** Both ends without their unit, which stands beside the value. */
function usualRange(def: AssumptionDef): string {
  if (def.choices !== undefined) return 'a choice'
  const end = (value: number) =>
    isShare(def)
      ? quantity(value, { ...def, unit: '' })
      : `${/^(?:\$|USD)/.test(def.unit) ? '$' : ''}${plain(value, def.unit)}`
  return `${end(def.low)} to ${end(def.high)}`
}

function isShare({ unit, max }: AssumptionDef): boolean {
  return max <= 1 && (unit === '' || unit === '/yr')
}

function plain(value: number, unit: string): string {
  const text = formatNumber(value, decimalsOf(value, 4))
  return unit === 'year' ? text.replace(',', '') : text
}

/** As many decimals as the number carries, up to a most. */
function decimalsOf(value: number, most: number): number {
  for (let decimals = 0; decimals < most; decimals += 1)
    if (Math.abs(Number(value.toFixed(decimals)) - value) < 1e-9) return decimals
  return most
}
