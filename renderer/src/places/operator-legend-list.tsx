import { OPERATOR_OPACITY, operatorColor } from '../../../shared/map/areas/operator-colors.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { useApp } from '../stores/use-app.ts'
import { operatorLegend } from './operator-legend.ts'
import { useCountyOperators } from './use-ground-layers.ts'

/** What the shades of the grid operators mean, and what they rest on. */
export function OperatorLegend({ scheme }: { readonly scheme: MapScheme }) {
  const operators = useCountyOperators()
  const isLoading = useApp((state) => state.areas === null)
  const rows = operatorLegend(operators)
  return (
    <>
      <ul className="operator-legend" aria-label="Grid operators">
        {rows.map(({ operator, text }) => (
          <li key={operator}>
            <span
              className="operator-legend__swatch"
              style={{ background: `${operatorColor(operator, scheme)}${OPERATOR_OPACITY.county}` }}
            />
            {text}
          </li>
        ))}
      </ul>
      <p className="operator-legend__note" role="status">
        {rows.length === 0 && !isLoading
          ? 'No site and no queue request names a grid operator yet.'
          : 'Derived and approximate: by the sites and queue requests in each county; paler where only the rest of the state tells, nine in ten alike.'}
      </p>
    </>
  )
}
