import { type SiteFieldKey, siteField } from '../../../../../shared/domain/site/site-fields.ts'
import { attributeText } from '../attribute-text.ts'
import type { MemoContent } from '../content.ts'
import { drawShapes } from '../figures/draw-shapes.ts'
import { GATE_MARK_WIDTH, gateMark } from '../figures/gate-mark.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { table } from '../layout/table.ts'
import { COLORS, CONTENT_WIDTH, STYLES } from '../style.ts'
import { nearMissPart } from './near-miss-part.ts'

const LAND_FIELDS: readonly SiteFieldKey[] = [
  'landAcres',
  'buildableAcres',
  'zoning',
  'floodZone',
  'fiber',
  'fiberRoutes',
  'fiberDistanceMi',
  'waterBasin',
  'water',
  'cooling',
]

const COLUMNS = [
  { title: 'Gate', width: 118 },
  { title: 'State', width: 68 },
  { title: 'What is known', width: 160 },
  { title: 'Threshold', width: CONTENT_WIDTH - 346 },
] as const

/** Land and readiness for conversion: what is known, then the gates. Empty where both are unknown. */
export function gatesSection(content: MemoContent): Piece[] {
  const { faces, explanation, known, sources } = content
  const facts = LAND_FIELDS.flatMap((field) => {
    const attribute = known.get(field)
    return attribute ? [`${siteField(field).label}: ${attributeText(attribute)} [${sources.numberOf(attribute)}]`] : []
  })
  const isEveryGateUnknown = explanation.gates.every(({ state }) => state === 'unknown')
  if (facts.length === 0 && isEveryGateUnknown) return []
  const rows = explanation.gates.map(({ label, state, why, threshold }) => [
    { text: label, style: STYLES.smallStrong },
    {
      text: state,
      indent: GATE_MARK_WIDTH,
      style: { ...STYLES.smallStrong, color: COLORS[state] },
      adorn: (canvas, x, y, _width, lineHeight) => drawShapes(canvas, gateMark(state, 0, lineHeight / 2), x, y),
    } satisfies Parameters<typeof table>[1]['rows'][number][number],
    { text: why },
    { text: threshold, style: STYLES.smallQuiet },
  ])
  return [
    heading(faces, 'Land and readiness for conversion'),
    ...(facts.length > 0
      ? paragraph(faces, `${facts.join('.  ')}.`, STYLES.body, CONTENT_WIDTH, 3, { keepWithNext: true })
      : []),
    ...(isEveryGateUnknown ? [] : table(faces, { columns: COLUMNS, rows })),
    ...nearMissPart(content),
  ]
}
