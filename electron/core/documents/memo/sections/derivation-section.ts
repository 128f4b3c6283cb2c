import type { StrategyExplanation } from '../../../../../shared/domain/ranking/site-explanation.ts'
import { VERDICT_LABELS } from '../../../../../shared/domain/site/strategies.ts'
import type { MemoContent } from '../content.ts'
import { heading } from '../layout/heading.ts'
import type { Piece } from '../layout/piece.ts'
import { table } from '../layout/table.ts'
import { CONTENT_WIDTH, STYLES } from '../style.ts'

const COLUMNS = [
  { title: 'Step', width: 112 },
  { title: 'Value', width: 76, align: 'right' },
  { title: 'Formula', width: 158 },
  { title: 'Inputs and source', width: CONTENT_WIDTH - 346 },
] as const

/** How the value of the verdict's strategy, or of the best allowed one, comes about. */
export function derivationSection({ faces, explanation }: MemoContent): Piece[] {
  const strategy = derivedStrategy(explanation.strategies, explanation.verdict)
  if (!strategy || strategy.steps.length === 0) return []
  const last = strategy.steps.length - 1
  const rows = strategy.steps.map(({ label, value, formula, source }, index) => [
    { text: label, style: STYLES.smallStrong },
    { text: value, style: index === last ? STYLES.smallStrong : STYLES.small },
    { text: formula },
    { text: source, style: STYLES.smallQuiet },
  ])
  return [
    heading(faces, `How the value comes about: ${VERDICT_LABELS[strategy.strategy]}`),
    ...table(faces, { columns: COLUMNS, rows, marked: last }),
  ]
}

function derivedStrategy(strategies: readonly StrategyExplanation[], verdict: string): StrategyExplanation | undefined {
  const allowed = strategies
    .filter(({ isBlocked, npvUsdPerMw }) => !isBlocked && Number.isFinite(npvUsdPerMw))
    .sort((one, other) => other.npvUsdPerMw - one.npvUsdPerMw)
  return strategies.find(({ strategy }) => strategy === verdict) ?? allowed[0]
}
