import { Button } from '@mantine/core'
import type { QueueNearSite } from '../../../shared/contract/queue.ts'
import { queuePositionId } from '../../../shared/domain/queue/position-id.ts'
import { QUEUE_STAGE_LABELS } from '../../../shared/domain/queue/queue-stage.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { formatMw } from '../../../shared/format/format-quantity.ts'
import type { QueueRequest } from '../stores/queue-slice.ts'
import { useApp } from '../stores/use-app.ts'

interface RequestLineProps {
  readonly siteId: string
  readonly request: QueueRequest
  readonly source: QueueNearSite['sources'][number] | undefined
  /** Why it is shown; without it, its point of interconnection. */
  readonly why?: string
}

/** One request, and the button that says that it is the site's own. */
export function RequestLine({ siteId, request, source, why }: RequestLineProps) {
  const confirmRequest = useApp((state) => state.confirmRequest)
  const name = request.projectName ?? queuePositionId(request)
  const facts = [
    request.projectName === null ? null : queuePositionId(request),
    request.capacityMw === null ? null : formatMw(request.capacityMw),
    request.direction === 'load' ? 'load' : request.resource,
    QUEUE_STAGE_LABELS[request.stage],
    request.proposedCod === null ? null : `power ${formatDate(request.proposedCod)}`,
  ]
  return (
    <li className="request">
      <span className="request__name">{name}</span>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`${queuePositionId(request)} is this site's own request`}
        onClick={() => void confirmRequest(siteId, request, source)}
      >
        This is it
      </Button>
      <span className="request__facts num">{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</span>
      <span className="request__why">{why ?? request.poi}</span>
    </li>
  )
}
