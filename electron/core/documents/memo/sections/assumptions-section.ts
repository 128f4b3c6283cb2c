import {
  ASSUMPTION_KEYS,
  ASSUMPTIONS,
  type AssumptionKey,
} from '../../../../../shared/domain/scenario/assumption-defs.ts'
import { PRESETS } from '../../../../../shared/domain/scenario/presets.ts'
import type { Verdict } from '../../../../../shared/domain/site/strategies.ts'
import { formatNumber } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const COLUMNS = [
  { title: 'Assumption', width: 150 },
  { title: 'Value', width: 96, align: 'right' },
  { title: 'Usual range', width: 92, align: 'right' },
  { title: 'Source', width: CONTENT_WIDTH - 338 },
] as const

const MINING: readonly AssumptionKey[] = ['fleetEfficiencyJPerTh', 'difficultyGrowthPerYear', 'miningDiscountRate']
const LEASE: readonly AssumptionKey[] = [
  'leaseRentUsdPerKwMonth',
  'leaseTermYears',
  'leaseNoiMargin',
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
  const listed = new Set<string>([
    ...Object.keys(preset?.values ?? {}),
    ...Object.keys(input.scenario.changes),
    ...DECISIVE[explanation.verdict],
    'unsurveyedConvertibleShare',
  ])
  const keys = ASSUMPTION_KEYS.filter((key) => listed.has(key))
  const rows = keys.map((key): TableCell[] => {
    const def = ASSUMPTIONS[key]
    const isChanged = Object.hasOwn(input.scenario.changes, key)
    const isPreset = preset?.values[key] !== undefined
    const origin = isChanged
      ? 'Changed by the author of the scenario'
      : isPreset
        ? `Preset ${scenario.presetId}`
        : def.source
    return [
      { text: def.label, style: isChanged ? STYLES.smallStrong : STYLES.small },
      { text: quantity(scenario.assumptions[key], def.unit), style: isChanged ? STYLES.smallStrong : STYLES.small },
      { text: `${plain(def.low)} to ${plain(def.high)}`, style: STYLES.smallQuiet },
      { text: origin, style: STYLES.smallQuiet },
    ]
  })
  const others = ASSUMPTION_KEYS.length - keys.length
  return [
    heading(faces, 'Assumptions'),
    ...paragraph(
      faces,
      `${preset?.note ?? ''} The other ${others} assumptions stand at their defaults, which the catalog's scenario panel lists with their sources.`.trim(),
      STYLES.note,
      CONTENT_WIDTH,
      2,
      { keepWithNext: true },
    ),
    ...table(faces, { columns: COLUMNS, rows }),
  ]
}

function quantity(value: number, unit: string): string {
  return unit === '' ? plain(value) : `${plain(value)} ${unit}`
}

/** As many decimals as the number carries, four at most; years without groups. */
function plain(value: number): string {
  const decimals = [0, 1, 2, 3].find((each) => Math.abs(Number(value.toFixed(each)) - value) < 1e-9) ?? 4
  const text = formatNumber(value, decimals)
  return value >= 1_900 && value < 2_100 && decimals > 0 ? text.replace(',', '') : text
}
