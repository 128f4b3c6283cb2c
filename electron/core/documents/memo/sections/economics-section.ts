import type { StrategyExplanation } from '../../../../../shared/domain/ranking/site-explanation.ts'
import { VERDICT_LABELS } from '../../../../../shared/domain/site/strategies.ts'
import { formatMw, formatUsd, formatUsdPerMw, formatUsdShort } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { shapesBox } from '../figures/figure-box.ts'
import { valueChart, valueChartHeight } from '../figures/value-chart.ts'
import { heading } from '../layout/heading.ts'
import { paragraph } from '../layout/paragraph.ts'
import { type Piece, pieceOf } from '../layout/piece.ts'
import { table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'
import { hybridPart } from './hybrid-part.ts'

/** Value under each strategy as chart and table; empty where none can be valued. */
export function economicsSection(content: MemoContent): Piece[] {
  const { faces, explanation, ranking, row } = content
  const { strategies } = explanation
  if (!strategies.some(({ npvUsdPerMw }) => Number.isFinite(npvUsdPerMw))) return []
  const mw = ranking.mw[row] ?? Number.NaN
  const chart = shapesBox(
    CONTENT_WIDTH,
    valueChartHeight(strategies.length),
    `Net present value per megawatt: ${strategies.map((each) => `${VERDICT_LABELS[each.strategy]} ${formatUsdPerMw(each.npvUsdPerMw)}`).join('; ')}.`,
    valueChart(strategies, CONTENT_WIDTH),
  )
  const isSized = Number.isFinite(mw)
  const columns = [
    { title: 'Strategy', width: 96 },
    { title: 'NPV per MW', width: 66, align: 'right' as const },
    ...(isSized ? [{ title: `At ${formatMw(mw)}`, width: 62, align: 'right' as const }] : []),
    { title: 'What drives it', width: CONTENT_WIDTH - (isSized ? 224 : 162) },
  ]
  const rows = strategies.map((each) => [
    { text: VERDICT_LABELS[each.strategy], style: STYLES.smallStrong },
    { text: formatUsdPerMw(each.npvUsdPerMw) },
    ...(isSized ? [{ text: wholeSite(each.npvUsdPerMw * mw) }] : []),
    { text: driverOf(each) },
  ])
  const marked = strategies.findIndex(({ strategy }) => strategy === explanation.verdict)
  return [
    heading(faces, 'Economics by strategy'),
    ...paragraph(
      faces,
      'Net present value in US dollars per gross megawatt at the point of interconnection, after build cost, chance of power and open gates. An outlined bar is shut out by a failed gate; a bar with a gap runs on beyond the axis.',
      STYLES.note,
      CONTENT_WIDTH,
      2,
      { keepWithNext: true },
    ),
    pieceOf(chart, { gapBefore: 6, keepWithNext: true }),
    ...table(faces, { columns, rows, marked }, 6),
    ...hybridPart(content),
  ]
}

/** Millions without decimals: the value of a whole site is not known any closer. */
function wholeSite(usd: number): string {
  return Math.abs(usd) >= 999_500_000 || Math.abs(usd) < 1e6 ? formatUsdShort(usd) : `${formatUsd(usd / 1e6)}m`
}

function driverOf({ isBlocked, summary }: StrategyExplanation): string {
  return isBlocked ? `Shut out by a failed gate. ${summary}` : summary
}
