import { Button } from '@mantine/core'
import type { QueueNearSite } from '../../../shared/contract/queue.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { siteField } from '../../../shared/domain/site/site-fields.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { useApp } from '../stores/use-app.ts'
import { formatValue } from '../ui/format-value.ts'

type Fill = QueueNearSite['fills'][number]

interface QueueFillsProps {
  readonly detail: SiteDetail
  readonly fills: readonly Fill[]
}

/** What the queues say for fields of the site, beside what the site says, and the step that puts it there. */
export function QueueFills({ detail, fills }: QueueFillsProps) {
  if (fills.length === 0) return null
  return (
    <>
      <h4 className="queue-title">For this site</h4>
      <ul className="requests" aria-label="What the queues say for fields of this site">
        {fills.map((fill) => (
          <FillLine key={fill.field} detail={detail} fill={fill} />
        ))}
      </ul>
    </>
  )
}

function FillLine({ detail, fill }: { readonly detail: SiteDetail; readonly fill: Fill }) {
  const takeQueueFill = useApp((state) => state.takeQueueFill)
  const { field, value, source, asOf } = fill
  const { label, unit = '' } = siteField(field)
  const own = detail.attributes.find((each) => each.field === field)
  const verb = own === undefined ? 'Use' : 'Replace with'
  const said =
    own === undefined
      ? 'unknown'
      : `${formatValue(field, own.value)} ${unit}${own.origin === 'edit' ? `, by ${own.author}` : ''}`
  const isUsed = own?.value === value
  return (
    <li className="request">
      <span>{`${label}: ${said}`}</span>
      {isUsed ? null : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${verb} ${formatValue(field, value)} ${unit} as ${lowered(label)}`}
          onClick={() => void takeQueueFill(detail.siteId, fill)}
        >
          {`${verb} ${formatValue(field, value)} ${unit}`}
        </Button>
      )}
      <span className="request__why">
        {source}
        {asOf === null || source.includes(asOf) ? '' : `, as of ${formatDate(asOf)}`}
      </span>
    </li>
  )
}

function lowered(label: string): string {
  return label.slice(0, 1).toLowerCase() + label.slice(1)
}
