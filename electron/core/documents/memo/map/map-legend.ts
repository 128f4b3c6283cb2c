import type { SITE_KINDS } from '../../../../../shared/domain/site/site-fields.ts'
import { VERDICT_LABELS, VERDICTS, type Verdict } from '../../../../../shared/domain/site/strategies.ts'
import { KIND_LABELS, KIND_SHAPES } from '../../../../../shared/map/kind-shapes.ts'
import { VERDICT_COLORS } from '../../../../../shared/map/verdict-colors.ts'
import { shapesBox } from '../figures/figure-box.ts'
import type { Shape } from '../figures/shape.ts'
import type { Box } from '../layout/box.ts'
import { COLORS, STYLES } from '../style.ts'
import { markerPath } from './marker-path.ts'

const PITCH = 9.6

/** Colours of the verdicts and shapes of the kinds that the maps show, in two columns. */
export function mapLegend(verdicts: ReadonlySet<Verdict>, kinds: ReadonlySet<string>, width: number): Box {
  const colors = VERDICTS.filter((verdict) => verdicts.has(verdict))
  const shapes = (Object.keys(KIND_SHAPES) as (typeof SITE_KINDS)[number][]).filter((kind) => kinds.has(kind))
  const second = width * 0.52
  const drawn: Shape[] = [
    { kind: 'circle', x: 4.5, y: 4.5, radius: 3.2, stroke: COLORS.ink, strokeWidth: 1.2 },
    { kind: 'text', text: 'This site', x: 12, y: 7, style: STYLES.note, align: 'left' },
    ...colors.flatMap((verdict, index): Shape[] => [
      { kind: 'circle', x: 4.5, y: (index + 1) * PITCH + 4.5, radius: 3, fill: VERDICT_COLORS.print[verdict] },
      {
        kind: 'text',
        text: VERDICT_LABELS[verdict],
        x: 12,
        y: (index + 1) * PITCH + 7,
        style: STYLES.note,
        align: 'left',
      },
    ]),
    ...shapes.flatMap((kind, index): Shape[] => [
      { kind: 'path', data: markerPath(KIND_SHAPES[kind], second + 4.5, index * PITCH + 4.5, 3), fill: COLORS.faint },
      {
        kind: 'text',
        text: KIND_LABELS[kind],
        x: second + 12,
        y: index * PITCH + 7,
        style: STYLES.note,
        align: 'left',
      },
    ]),
  ]
  const rows = Math.max(colors.length + 1, shapes.length)
  const alt = `Legend. Colours: ${colors.map((each) => VERDICT_LABELS[each]).join(', ')}. Shapes: ${shapes.map((each) => KIND_LABELS[each]).join(', ')}. Size grows with megawatts.`
  return shapesBox(width, rows * PITCH, alt, drawn)
}
