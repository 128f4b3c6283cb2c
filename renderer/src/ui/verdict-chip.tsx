import { VERDICT_LABELS, type Verdict } from '../../../shared/domain/site/strategies.ts'
import { SHORT_VERDICT_LABELS } from './labels.ts'

export interface VerdictChipProps {
  readonly verdict: Verdict
  /** In full words and with a border, for a heading. */
  readonly isLarge?: boolean
}

/** A verdict as its colour and its word. */
export function VerdictChip({ verdict, isLarge = false }: VerdictChipProps) {
  return (
    <span className="verdict" data-large={isLarge}>
      <svg className="verdict__dot" viewBox="0 0 10 10" aria-hidden="true">
        <rect width="10" height="10" rx="2.5" style={{ fill: `var(--verdict-${verdict})` }} />
      </svg>
      {isLarge ? VERDICT_LABELS[verdict] : SHORT_VERDICT_LABELS[verdict]}
    </span>
  )
}
