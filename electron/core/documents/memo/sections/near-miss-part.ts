import { GATE_LABELS } from '../../../../../shared/domain/ranking/gate-labels.ts'
import { formatUsdShort } from '../../../../../shared/format/format-quantity.ts'
import type { MemoContent } from '../content.ts'
import { paragraph } from '../layout/paragraph.ts'
import type { Piece } from '../layout/piece.ts'
import { table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const COLUMNS = [
  { title: 'Failed gate', width: 118 },
  { title: 'Cost', width: 56, align: 'right' },
  { title: 'Per MW', width: 52, align: 'right' },
  { title: 'Months', width: 44, align: 'right' },
  { title: 'Cure', width: CONTENT_WIDTH - 270 },
] as const

/** What would open the failed gates, at which cost; empty where none fails. What is unknown stands in the open items. */
export function nearMissPart({ faces, explanation }: MemoContent): Piece[] {
  const { cures, reading } = explanation.nearMiss
  const failed = cures.filter(({ state }) => state === 'fail')
  if (failed.length === 0) return []
  const rows = failed.map(({ gate, isCurable, costUsd, costUsdPerMw, months, action, reading: why }) => [
    { text: GATE_LABELS[gate], style: STYLES.smallStrong },
    { text: isCurable ? formatUsdShort(costUsd) : '–' },
    { text: isCurable ? formatUsdShort(costUsdPerMw) : '–' },
    { text: isCurable ? String(Math.round(months)) : '–' },
    { text: isCurable ? sentence(action) : why },
  ])
  return [
    ...paragraph(faces, `Near miss. ${reading}`, STYLES.bodyStrong, CONTENT_WIDTH, 8, { keepWithNext: true }),
    ...table(faces, { columns: COLUMNS, rows }),
  ]
}

function sentence(action: string): string {
  return `${action.charAt(0).toUpperCase()}${action.slice(1)}.`
}
