import type { DerivationStep } from '../../../shared/domain/ranking/site-explanation.ts'
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
              <SourceLink source={step.source} />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
