import type { PowerPriceExplanation } from '../../../shared/domain/ranking/site-explanation.ts'
import { DerivationSteps } from '../ui/derivation-steps.tsx'

/** What the price of power is made of, and what the tariff costs where power is not used. */
export function PowerPriceSection({ powerPrice }: { readonly powerPrice: PowerPriceExplanation }) {
  const { steps, risks } = powerPrice
  return (
    <section className="section">
      <h3 className="section__title">Power price</h3>
      <DerivationSteps steps={steps} />
      {risks.length === 0 ? null : (
        <ul className="bullets">
          {risks.map((risk) => (
            <li key={risk}>{risk}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
