import { EVIDENCE_RUNGS, type EvidenceRung, rungLevel } from '../../../shared/domain/site/evidence-rung.ts'
import { RUNG_LABELS } from './labels.ts'

/** How well a value is evidenced, as a ladder of six steps and a word. */
export function RungBadge({ rung }: { readonly rung: EvidenceRung }) {
  return (
    <span className="rung">
      <span className="rung__steps" aria-hidden="true">
        {EVIDENCE_RUNGS.map((each, level) => (
          <i key={each} data-on={level <= rungLevel(rung)} />
        ))}
      </span>
      {RUNG_LABELS[rung]}
    </span>
  )
}
