import type { DerivationStep } from '../../../shared/domain/ranking/site-explanation.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { useApp } from '../stores/use-app.ts'
import { SourceLink } from './source-link.tsx'

/** A derivation line by line: quantity, value, formula, source. */
export function DerivationSteps({ steps }: { readonly steps: readonly DerivationStep[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <li className="step" key={`${step.label} ${step.formula}`}>
          <span>{step.label}</span>
          <span className="step__value num">{step.value}</span>
          {step.formula === '' ? null : <span className="step__formula">{step.formula}</span>}
          {step.source === '' ? null : (
            <span className="step__source">
              {step.field === undefined ? (
                <SourceLink source={step.source} />
              ) : (
                <FieldSource {...step} field={step.field} />
              )}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What vouches for a figure that the open site says of itself. */
function FieldSource({ field, source }: { readonly field: SiteFieldKey; readonly source: string }) {
  const own = useApp((state) => state.detail?.attributes.find((each) => each.field === field))
  if (!own || own.source === '') return <SourceLink source={source} />
  return (
    <>
      <SourceLink source={own.source} />
      {own.asOf ? `, as of ${formatDate(own.asOf)}` : ''}
    </>
  )
}
