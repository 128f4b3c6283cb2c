import { SURE_SHARE } from '../../../shared/domain/uncertainty/uncertainty.ts'
import { formatPercent } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'

/** A question mark after a verdict that stands in too few draws; nothing after a sure one or before the draws are done. */
export function UnsureMark({ row }: { readonly row: number }) {
  const holds = useApp((state) =>
    state.uncertainty !== null && state.uncertainty.ranking === state.ranking
      ? state.uncertainty.result.verdictHolds[row]
      : undefined,
  )
  if (holds === undefined || holds >= SURE_SHARE) return null
  const says = `Unsure: holds in only ${formatPercent(holds)} of the draws`
  return <span className="unsure-mark" role="img" aria-label={says} title={says} />
}
