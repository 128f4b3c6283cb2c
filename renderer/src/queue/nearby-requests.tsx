import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { RequestLine } from './request-line.tsx'
import type { RequestsProps } from './suggested-requests.tsx'

const FIRST_SHOWN = 3

/** The requests of the county that are still open, the largest first. */
export function NearbyRequests({ siteId, near: { county, projects, sources } }: RequestsProps) {
  const [isOpen, setOpen] = useState(false)
  if (county === null || projects.length === 0) return null
  const shown = isOpen ? projects : projects.slice(0, FIRST_SHOWN)
  const title = `The largest open requests in ${county.area}`
  return (
    <>
      <h4 className="queue-title">{title}</h4>
      <ul className="requests" aria-label={title}>
        {shown.map(({ project, dataSet }, index) => (
          <RequestLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a queue may hold two rows of one id.
            key={`${project.queueId} ${index}`}
            siteId={siteId}
            request={project}
            source={sources.find((source) => source.dataSet === dataSet)}
          />
        ))}
      </ul>
      {projects.length <= FIRST_SHOWN ? null : (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer' : `All ${formatNumber(projects.length)}`}
        </Button>
      )}
    </>
  )
}
