import { categoryAt } from '../../../../../shared/columns/site-columns.ts'
import { GATE_STATES, GATES } from '../../../../../shared/domain/ranking/ranking.ts'
import { STRATEGIES, VERDICT_LABELS, VERDICTS } from '../../../../../shared/domain/site/strategies.ts'
import { formatMw, formatNumber, formatUsd, formatUsdPerMw } from '../../../../../shared/format/format-quantity.ts'
import { VERDICT_COLORS } from '../../../../../shared/map/verdict-colors.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import type { Piece } from '../layout/piece.ts'
import { type TableCell, table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const PEERS = 3
const SWATCH = 9

const COLUMNS = [
  { title: 'Rank', width: 32, align: 'right' },
  { title: 'Site', width: 142 },
  { title: 'Verdict', width: 88 },
  { title: 'Best NPV per MW', width: 66, align: 'right' },
  { title: 'Megawatts', width: 58, align: 'right' },
  { title: '$/MWh', width: 42, align: 'right' },
  { title: 'Score, to best', width: 44, align: 'right' },
  { title: 'Gates pass / fail / open', width: CONTENT_WIDTH - 472, align: 'right' },
] as const

/** The site beside the three that stand nearest to it in rank; empty where the catalog has no other. */
export function peersSection(content: MemoContent): Piece[] {
  const { faces, ranking, row } = content
  const rows = peerRows(content)
  if (rows.length < 2) return []
  return [
    heading(faces, 'Peers nearest in rank'),
    ...table(faces, {
      columns: COLUMNS,
      rows: rows.map((each) => peerCells(content, each)),
      marked: rows.indexOf(row),
    }),
  ].filter(() => ranking.count > 1)
}

function peerRows({ ranking, row }: MemoContent): number[] {
  const place = (ranking.rank[row] ?? 1) - 1
  const offsets = [-1, 1, 2, -2, 3, -3, 4, 5]
  const places = offsets
    .map((offset) => place + offset)
    .filter((each) => each >= 0 && each < ranking.count)
    .slice(0, PEERS)
  return [place, ...places].sort((one, other) => one - other).map((each) => ranking.order[each] ?? 0)
}

function peerCells({ columns, ranking }: MemoContent, row: number): TableCell[] {
  const verdict = VERDICTS[ranking.verdict[row] ?? VERDICTS.length - 1] ?? 'none'
  const best = Math.max(
    ...STRATEGIES.map((strategy) => ranking.npvUsdPerMw[strategy][row] ?? Number.NaN).filter(Number.isFinite),
  )
  const value = verdict === 'none' ? best : (ranking.npvUsdPerMw[verdict][row] ?? Number.NaN)
  const state = categoryAt(columns, 'state', row)
  const mw = ranking.mw[row] ?? Number.NaN
  return [
    { text: formatNumber(ranking.rank[row] ?? Number.NaN) },
    { text: `${columns.names[row] ?? ''}${state === '' ? '' : `, ${state}`}`, style: STYLES.smallStrong },
    {
      text: VERDICT_LABELS[verdict],
      indent: SWATCH,
      adorn: (canvas, x, y, _width, lineHeight) =>
        canvas.rect(x, y + lineHeight / 2 - 2.6, 5.2, 5.2, VERDICT_COLORS.print[verdict]),
    },
    { text: formatUsdPerMw(value) },
    { text: Number.isNaN(mw) ? 'unknown' : formatMw(mw) },
    { text: formatUsd(ranking.powerPriceUsdPerMwh[row] ?? Number.NaN, 2) },
    {
      text: `${formatNumber(ranking.score[row] ?? Number.NaN)}–${formatNumber(ranking.scoreAtBest[row] ?? Number.NaN)}`,
    },
    { text: gateCounts(ranking.gates, row) },
  ]
}

function gateCounts(gates: Uint8Array, row: number): string {
  const own = gates.subarray(row * GATES.length, (row + 1) * GATES.length)
  return (['pass', 'fail', 'unknown'] as const)
    .map((state) => own.filter((code) => GATE_STATES[code] === state).length)
    .join(' / ')
}
