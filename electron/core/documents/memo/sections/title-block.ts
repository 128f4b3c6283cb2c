import { formatDate } from '../../../../../shared/format/format-date.ts'
import { KIND_LABELS } from '../../../../../shared/map/kind-shapes.ts'
import { VERDICT_COLORS } from '../../../../../shared/map/verdict-colors.ts'
import { attributeText } from '../attribute-text.ts'
import { catalogMark } from '../catalog-mark.ts'
import type { MemoContent } from '../content.ts'
import { type Box, row, space, stack } from '../layout/box.ts'
import { factList } from '../layout/fact-list.ts'
import { type Piece, pieceOf } from '../layout/piece.ts'
import { textBox } from '../layout/text-box.ts'
import { CONTENT_WIDTH, GUTTER, STYLES, type TextStyle } from '../style.ts'

const META_WIDTH = 192

/** What the memo is, of what, from when, and how far it may be trusted. */
export function titleBlock(content: MemoContent): Piece[] {
  const { faces, name } = content
  const width = CONTENT_WIDTH - META_WIDTH - GUTTER
  const title = stack(
    [
      textBox(faces, 'SITE MEMO  ·  INTERNAL', STYLES.label, width),
      textBox(faces, name, titleStyle(name), width, { tag: 'H1' }),
      ...placeLines(content).map((line) => textBox(faces, line, STYLES.place, width)),
    ],
    2,
  )
  const head = row([title, metaBox(content)], GUTTER)
  const disclaimer = textBox(
    faces,
    'For internal discussion. Figures are computed from the sources listed under the assumptions stated; this is not an engineering study, an appraisal or an offer, and nothing here confirms that power is available.',
    STYLES.note,
    CONTENT_WIDTH,
  )
  const inner = stack([space(9), head, space(7), disclaimer])
  const color = VERDICT_COLORS.print[content.explanation.verdict]
  const box: Box = {
    ...inner,
    draw(canvas, x, y) {
      canvas.artifact(() => canvas.rect(x, y, CONTENT_WIDTH, 2.4, color))
      inner.draw(canvas, x, y)
    },
  }
  return [pieceOf(box)]
}

function titleStyle(name: string): TextStyle {
  const size = name.length <= 26 ? 24 : name.length <= 48 ? 19 : name.length <= 90 ? 15 : 12
  return { ...STYLES.verdict, size, lineHeight: size * 1.18 }
}

function placeLines({ known, name }: MemoContent): string[] {
  const text = (field: Parameters<typeof known.get>[0]) => {
    const attribute = known.get(field)
    return attribute ? attributeText(attribute) : ''
  }
  const county = text('county')
  const place = [
    text('city'),
    county && text('country') === 'US' ? countyName(county, text('state')) : county,
    text('state'),
    text('country'),
  ]
  const kind = known.get('kind')?.value
  const what = [
    typeof kind === 'string' && Object.hasOwn(KIND_LABELS, kind) ? KIND_LABELS[kind as keyof typeof KIND_LABELS] : '',
    text('status'),
    text('operator') && text('operator') !== name ? text('operator') : '',
    text('owner') ? `owned by ${text('owner')}` : '',
  ]
  return [joined(place, ', '), joined(what, '  ·  ')].filter((line) => line !== '')
}

function countyName(county: string, state: string): string {
  return state === 'LA' ? `${county} Parish` : `${county} County`
}

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== '').join(between)
}

function metaBox({ faces, input, ranking, scenario }: MemoContent): Box {
  const facts = [
    { label: 'Date', value: formatDate(input.nowMs) },
    { label: 'Author', value: input.author.trim() || 'not named' },
    { label: 'Scenario', value: `${scenario.label} (${scenario.presetId})` },
    { label: 'Ruler', value: `${ranking.ruler.name}, version ${ranking.ruler.version}` },
    { label: 'Catalog', value: catalogMark(input.summary) },
    { label: 'Program', value: `Switchyard ${input.appVersion}` },
  ]
  return stack([space(1), factList(faces, facts, META_WIDTH, 46)])
}
