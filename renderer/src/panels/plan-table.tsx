import { PLAN_STATES, type YearOfPlan } from '../../../shared/domain/hybrid/megawatts-by-year.ts'
import { decimalYearMonth } from '../../../shared/format/decimal-year-month.ts'
import { formatNumber, formatUsdShort } from '../../../shared/format/format-quantity.ts'
import { PLAN_STATE_LABELS } from '../ui/labels.ts'

/** The plan in figures: the mean megawatts of each year and what standing down pays. */
export function PlanTable({ years }: { readonly years: readonly YearOfPlan[] }) {
  return (
    <table className="plan__table">
      <thead>
        <tr>
          <th scope="col">From</th>
          {PLAN_STATES.map((state) => (
            <th scope="col" key={state}>
              {`${PLAN_STATE_LABELS[state]}, MW`}
            </th>
          ))}
          <th scope="col">Curtailment income</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.fromYear}>
            <th scope="row">{decimalYearMonth(year.fromYear)}</th>
            {PLAN_STATES.map((state) => (
              <td className="num" key={state}>
                {formatNumber(year[state])}
              </td>
            ))}
            <td className="num">{formatUsdShort(year.demandResponseUsd)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
