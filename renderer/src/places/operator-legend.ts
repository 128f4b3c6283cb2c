import type { CountyOperator } from '../../../shared/map/areas/area-operators.ts'
import { hasOwnColor, operatorText } from '../../../shared/map/areas/operator-colors.ts'

export interface OperatorLegendRow {
  /** The operator whose colour it is. */
  readonly operator: string
  readonly text: string
}

/** The operators that some county has, by name; those without a colour of their own share the last line. */
export function operatorLegend(operators: ReadonlyMap<string, CountyOperator>): OperatorLegendRow[] {
  const named = new Set([...operators.values()].map(({ operator }) => operator))
  const own = [...named].filter(hasOwnColor).sort()
  const others = [...named].filter((operator) => !hasOwnColor(operator)).sort()
  return [
    ...own.map((operator) => ({ operator, text: operatorText(operator) })),
    ...(others.length === 0 ? [] : [{ operator: others[0]!, text: othersText(others) }]),
  ]
}

function othersText(others: readonly string[]): string {
  return others.length <= 3 ? others.join(', ') : `${others.slice(0, 2).join(', ')} and ${others.length - 2} others`
}
