import { GATES } from '../../../../../shared/domain/ranking/ranking.ts'
import type { StrategyExplanation } from '../../../../../shared/domain/ranking/site-explanation.ts'
import { VERDICT_LABELS } from '../../../../../shared/domain/site/strategies.ts'
import { formatDate } from '../../../../../shared/format/format-date.ts'
import { formatMw, formatNumber, formatUsd, formatUsdPerMw } from '../../../../../shared/format/format-quantity.ts'
import { VERDICT_COLORS } from '../../../../../shared/map/verdict-colors.ts'
import type { MemoContent } from '../content.ts'
import { drawShapes } from '../figures/draw-shapes.ts'
import { GATE_MARK_WIDTH, gateMark } from '../figures/gate-mark.ts'
import { type Box, row, space, stack } from '../layout/box.ts'
import { panel, panelRoom } from '../layout/panel.ts'
import { type Piece, pieceOf } from '../layout/piece.ts'
import { textBox } from '../layout/text-box.ts'
import { CONTENT_WIDTH, GUTTER, STYLES } from '../style.ts'
import type { Faces } from '../text/open-face.ts'

const PADDING = 12
const ROOM = panelRoom(CONTENT_WIDTH, PADDING)
const MOST_RISKS = 4

/** The page's first answer: what to do, how sure, on what figures, and what would change it. */
export function decisionBox(content: MemoContent): Piece[] {
  const { faces, explanation } = content
  const inner = stack([
    textBox(faces, VERDICT_LABELS[explanation.verdict], STYLES.verdict, ROOM),
    space(2),
    textBox(faces, withoutOpening(explanation.sentence), STYLES.lead, ROOM),
    space(10),
    figures(content),
    space(11),
    reasons(content),
  ])
  const box = panel(inner, CONTENT_WIDTH, PADDING, VERDICT_COLORS.print[explanation.verdict])
  return [pieceOf(box, { gapBefore: 12 })]
}

/** The sentence opens with the verdict, which already stands above it. */
function withoutOpening(sentence: string): string {
  const rest = /^[^:$]{1,40}: (.+)$/s.exec(sentence)?.[1] ?? sentence
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

function figures(content: MemoContent): Box {
  const { explanation, ranking, faces } = content
  const { score, scoreAtBest, mw, powerPrice } = explanation
  const shown = [
    {
      label: 'RANK',
      value: `${formatNumber(explanation.rank)} of ${formatNumber(ranking.count)}`,
      note: overtakers(content),
    },
    {
      label: 'SCORE',
      value: formatNumber(score),
      note: `of 100; ${formatNumber(scoreAtBest)} if every unknown turned out best`,
    },
    {
      label: 'EVIDENCED / CLAIMED',
      value: `${megawatts(mw.evidenced)} / ${megawatts(mw.claimed)} MW`,
      note: mw.basis,
    },
    {
      label: 'ALL-IN POWER PRICE',
      value: `${formatUsd(powerPrice.usdPerMwh, 2)}/MWh`,
      note: powerPrice.source,
    },
    energization(content),
  ]
  const width = (ROOM - 4 * 12) / 5
  return row(
    shown.map(({ label, value, note }) =>
      stack(
        [
          textBox(faces, label, STYLES.label, width),
          textBox(faces, value, STYLES.figure, width),
          textBox(faces, note, STYLES.figureNote, width),
        ],
        1.5,
      ),
    ),
    12,
  )
}

function megawatts(mw: number): string {
  return Number.isFinite(mw) ? formatNumber(mw) : '–'
}

/** How many lower-ranked sites could stand above this one once their unknowns are known. */
function overtakers({ ranking, explanation }: MemoContent): string {
  let count = 0
  for (let place = explanation.rank; place < ranking.count; place += 1)
    if ((ranking.scoreAtBest[ranking.order[place] ?? 0] ?? 0) > explanation.score) count += 1
  if (count === 0) return 'no lower-ranked site can pass it'
  return `not separable: ${formatNumber(count)} lower-ranked ${count === 1 ? 'site' : 'sites'} could pass it`
}

function energization({ known, explanation }: MemoContent) {
  const date = known.get('energizationDate')
  const years = explanation.criteria.find(({ id }) => id === 'time_to_power')?.value ?? 'unknown'
  const isOn = (known.get('energizedMw')?.value ?? 0) !== 0
  const label = 'ENERGIZATION'
  if (date) {
    const expected = years === 'unknown' ? '' : years === 'now' ? '; power is on' : `; model: power in ${years}`
    return { label, value: formatDate(String(date.value)), note: `${date.rung}${expected}` }
  }
  return {
    label,
    value: isOn ? 'On' : years === 'unknown' ? 'Unknown' : `In ${years}`,
    note: isOn ? `${formatMw(Number(known.get('energizedMw')?.value))} energized` : 'no date is known; model estimate',
  }
}

function reasons(content: MemoContent): Box {
  const { faces, explanation } = content
  const width = (ROOM - 2 * GUTTER) / 3
  const breakEvens = explanation.breakEvens.slice(0, 4).map(({ sentence }) => sentence)
  return row(
    [
      column(
        faces,
        'VALUE BY LENS',
        lensLines(content).map((line) => textBox(faces, line, STYLES.small, width)),
        width,
      ),
      column(
        faces,
        'WHAT WOULD CHANGE OUR MIND',
        (breakEvens.length > 0 ? breakEvens : ['No single market price within the searched range.']).map((line) =>
          textBox(faces, line, STYLES.small, width),
        ),
        width,
      ),
      column(faces, 'TOP RISKS', risks(content, width), width),
    ],
    GUTTER,
  )
}

function column(faces: Faces, title: string, boxes: readonly Box[], width: number): Box {
  return stack([textBox(faces, title, STYLES.label, width), space(2), stack(boxes, 2.5)])
}

function lensLines({ explanation, ranking, row: siteRow }: MemoContent): string[] {
  const by = (ids: readonly string[]) => explanation.strategies.filter(({ strategy }) => ids.includes(strategy))
  const mw = ranking.mw[siteRow] ?? Number.NaN
  const best = explanation.strategies.find(({ strategy }) => strategy === explanation.verdict)
  const total =
    best && Number.isFinite(mw) ? [`About ${formatUsd((best.npvUsdPerMw * mw) / 1e6)}m for all ${formatMw(mw)}.`] : []
  return [
    lensLine('Mining', by(['mine'])),
    lensLine('AI', by(['lease', 'cloud', 'colo'])),
    lensLine('Both in turn', by(['hybrid'])),
    ...total,
  ]
}

function lensLine(lens: string, strategies: readonly StrategyExplanation[]): string {
  const valued = strategies.filter(({ npvUsdPerMw }) => Number.isFinite(npvUsdPerMw))
  const best = valued.sort((one, other) => other.npvUsdPerMw - one.npvUsdPerMw)[0]
  if (!best) return `${lens}: cannot be valued`
  const how =
    strategies.length > 1
      ? ` (${VERDICT_LABELS[best.strategy].toLowerCase().replace('ai ', 'AI ').replace('gpus', 'GPUs')})`
      : ''
  return `${lens}: ${formatUsdPerMw(best.npvUsdPerMw)}${how}${best.isBlocked ? ', but a gate fails' : ''}`
}

/** Failed gates first, then the unknown ones that most hangs on. */
function risks({ faces, explanation }: MemoContent, width: number): Box[] {
  const { gates, findOutNext } = explanation
  const failed = gates.filter(({ state }) => state === 'fail')
  const unknown = gates
    .filter(({ state }) => state === 'unknown')
    .sort((one, other) => orderOf(one.label) - orderOf(other.label))
  function orderOf(label: string): number {
    const at = findOutNext.findIndex((item) => item.label === label)
    return at < 0 ? GATES.length + findOutNext.length : at
  }
  const listed = [...failed, ...unknown].slice(0, MOST_RISKS)
  const rest = failed.length + unknown.length - listed.length
  if (listed.length === 0) return [textBox(faces, 'Every gate passes.', STYLES.small, width)]
  const boxes = listed.map(({ label, state, why }) => {
    const stake = findOutNext.find((item) => item.label === label)?.why.split(';')[0]
    const text = textBox(
      faces,
      state === 'fail' ? `${label} fails: ${why}` : `${label} unknown: ${stake ?? why}`,
      STYLES.small,
      width - GATE_MARK_WIDTH,
    )
    return {
      width,
      height: text.height,
      draw(canvas, x, y) {
        canvas.artifact(() => drawShapes(canvas, gateMark(state, 0, STYLES.small.lineHeight / 2), x, y))
        text.draw(canvas, x + GATE_MARK_WIDTH, y)
      },
    } satisfies Box
  })
  return rest > 0 ? [...boxes, textBox(faces, `and ${rest} more under Gates`, STYLES.smallQuiet, width)] : boxes
}
