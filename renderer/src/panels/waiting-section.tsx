import { explainOptionToWait } from '../../../shared/domain/explain/explain-option-to-wait.ts'
import { optionToWait } from '../../../shared/domain/explain/option-to-wait.ts'
import { timeToPowerSteps } from '../../../shared/domain/ranking/explain-time-to-power.ts'
import type { SiteCase } from '../../../shared/domain/ranking/site-case.ts'
import type { DerivationStep } from '../../../shared/domain/ranking/site-explanation.ts'
import { DerivationSteps } from '../ui/derivation-steps.tsx'

/** What the right to convert later is worth, in one sentence that opens to its derivation. */
export function WaitingSection({ base }: { readonly base: SiteCase }) {
  const option = optionToWait(base)
  return (
    <section className="section">
      <h3 className="section__title">Convert now or wait</h3>
      {option === null ? (
        <p className="waiting__reading">A lease would bring no income here, so there is nothing to wait for.</p>
      ) : (
        <Waiting {...explainOptionToWait(option)} timeSteps={timeToPowerSteps(base)} />
      )}
    </section>
  )
}

interface WaitingProps extends ReturnType<typeof explainOptionToWait> {
  readonly timeSteps: readonly DerivationStep[]
}

function Waiting({ sentence, steps, timeSteps }: WaitingProps) {
  return (
    <>
      <p className="waiting__reading">{sentence}</p>
      <DerivationSteps steps={[...timeSteps, ...steps]} />
    </>
  )
}
