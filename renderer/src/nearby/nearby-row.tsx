import { Button } from '@mantine/core'
import { IconMapPin, IconMapPinFilled } from '@tabler/icons-react'
import type { NearbyFigure } from '../../../shared/contract/nearby.ts'
import type { SiteAttribute } from '../../../shared/contract/sites.ts'
import { measuredMiles } from '../../../shared/domain/nearby/measured-source.ts'
import { NEARBY_TARGET_DEFS } from '../../../shared/domain/nearby/nearby-target.ts'
import { VOLTAGE_CLASS_LABELS } from '../../../shared/domain/nearby/voltage.ts'
import { siteField } from '../../../shared/domain/site/site-fields.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { formatValue } from '../ui/format-value.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { milesText, windText } from './distance-text.ts'

export interface NearbyRowProps {
  readonly figure: NearbyFigure
  readonly isPinned: boolean
  /** What the site has in the field that the figure fills. */
  readonly attribute: SiteAttribute | undefined
  onHover(isHovered: boolean): void
  onPin(): void
  onUse(basis: 'straight' | 'route'): void
}

/** The nearest of one kind: how far and which way, what it is, where that is from, and the field that it can fill. */
export function NearbyRow({ figure, isPinned, attribute, onHover, onPin, onUse }: NearbyRowProps) {
  const { target, voltageClass, name, detail, miles, routeMiles, bearingDegrees, isInside, source, fills } = figure
  const label = voltageClass === null ? NEARBY_TARGET_DEFS[target].label : VOLTAGE_CLASS_LABELS[voltageClass]
  const distance = isInside ? 'inside' : `${milesText(miles)} ${windText(bearingDegrees)}`
  const asOf = source.asOf ? `as of ${formatDate(source.asOf)}` : source.importedAt ? 'no date' : null
  const origin = [
    source.title,
    source.part !== null && !source.title.startsWith(source.part) ? source.part : null,
    asOf,
  ]
  const kind = lowered(NEARBY_TARGET_DEFS[target].label)
  const words = voltageClass === null ? kind : `${kind} of ${label}`
  return (
    <li
      className="near-row"
      data-class={voltageClass !== null}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
      onFocus={() => onHover(true)}
      onBlur={() => onHover(false)}
    >
      <span className="near-row__label">{label}</span>
      <span
        className="near-row__miles num"
        title={bearingDegrees === null ? undefined : `${bearingDegrees.toFixed(1)}° from true north`}
      >
        {distance}
      </span>
      <IconButton
        label={isPinned ? `Take the line to the ${words} off the map` : `Show the line to the ${words} on the map`}
        onClick={onPin}
      >
        {isPinned ? <IconMapPinFilled size={15} /> : <IconMapPin size={15} stroke={1.7} />}
      </IconButton>
      <span className="near-row__what">
        {[name, detail].filter((part) => part !== null).join(', ') || 'without a name'}
        {routeMiles > miles ? (
          <span className="near-row__route num">{` · ${milesText(routeMiles)} by a route`}</span>
        ) : null}
      </span>
      {voltageClass === null ? (
        <span className="near-row__source">{origin.filter((part) => part !== null).join(', ')}</span>
      ) : null}
      {fills === null ? null : <Use figure={figure} fills={fills} attribute={attribute} onUse={onUse} />}
    </li>
  )
}

interface UseProps extends Pick<NearbyRowProps, 'figure' | 'attribute' | 'onUse'> {
  readonly fills: NonNullable<NearbyFigure['fills']>
}

function Use({ figure, fills, attribute, onUse }: UseProps) {
  const { label, unit } = siteField(fills.field)
  const own = attribute ? formatValue(fills.field, attribute.value) : null
  const isDistance = typeof fills.value === 'number'
  const values = isDistance
    ? { straight: measuredMiles(figure, 'straight'), route: measuredMiles(figure, 'route') }
    : { straight: fills.value, route: fills.value }
  const isUsed = (value: unknown) => attribute !== undefined && attribute.value === value
  const said = own === null ? null : `${own}${unit === undefined ? '' : ` ${unit}`}`
  const verb = said === null ? 'Use' : 'Replace with'
  const text = (value: unknown) => (isDistance ? `${String(value)} mi` : String(value))
  return (
    <div className="near-row__use">
      <span>
        {label}:{' '}
        {said === null ? 'unknown' : `${said}${attribute?.origin === 'edit' ? `, by ${attribute.author}` : ''}`}
      </span>
      {isUsed(values.straight) ? null : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${verb} ${text(values.straight)} as ${lowered(label)}`}
          onClick={() => onUse('straight')}
        >
          {`${verb} ${text(values.straight)}`}
        </Button>
      )}
      {isDistance && values.route !== values.straight && !isUsed(values.route) ? (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`${verb} ${text(values.route)} by a route as ${lowered(label)}`}
          onClick={() => onUse('route')}
        >
          {`${text(values.route)} by a route`}
        </Button>
      ) : null}
    </div>
  )
}

/** A label inside a sentence: abbreviations keep their capitals. */
function lowered(label: string): string {
  return label.slice(0, 1).toLowerCase() + label.slice(1)
}
