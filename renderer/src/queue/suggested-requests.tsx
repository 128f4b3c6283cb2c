import type { QueueNearSite } from '../../../shared/contract/queue.ts'
import { RequestLine } from './request-line.tsx'

export interface RequestsProps {
  readonly siteId: string
  readonly near: QueueNearSite
}

/** Requests that may be the site's own, each with why, until a person says which one is. */
export function SuggestedRequests({ siteId, near: { suggestions, sources } }: RequestsProps) {
  if (suggestions.length === 0) return null
  return (
    <>
      <p className="muted">Perhaps its own request; nothing counts until you confirm it.</p>
      <ul className="requests" aria-label="Perhaps its own request">
        {suggestions.map(({ project, dataSet, reasons }, index) => (
          <RequestLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a queue may hold two rows of one id.
            key={`${project.queueId} ${index}`}
            siteId={siteId}
            request={project}
            source={sources.find((source) => source.dataSet === dataSet)}
            why={reasons.join(', ')}
          />
        ))}
      </ul>
    </>
  )
}
