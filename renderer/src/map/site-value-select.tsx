import { STRATEGIES } from '../../../shared/domain/site/strategies.ts'
import { type SiteValue, siteValueLabel } from '../../../shared/map/sites/site-value.ts'

const GROUPS: readonly { readonly label: string; readonly values: readonly SiteValue[] }[] = [
  { label: 'Answer', values: ['verdict', 'certainty', 'score', 'value'] },
  { label: 'Value of one use, $/MW', values: STRATEGIES },
  { label: 'Site', values: ['price', 'mw', 'time', 'rung'] },
  { label: 'Gates', values: ['failed', 'open'] },
]

export interface SiteValueSelectProps {
  readonly value: SiteValue
  readonly className: string
  onChange(value: SiteValue): void
}

/** Chooses what the colour of the sites says. */
export function SiteValueSelect({ value, className, onChange }: SiteValueSelectProps) {
  return (
    <select
      className={className}
      aria-label="Colour of the sites"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as SiteValue)}
    >
      {GROUPS.map(({ label, values }) => (
        <optgroup key={label} label={label}>
          {values.map((each) => (
            <option key={each} value={each}>
              {siteValueLabel(each)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
