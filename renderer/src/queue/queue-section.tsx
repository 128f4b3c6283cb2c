import { useEffect, useState } from 'react'
import type { QueueNearSite } from '../../../shared/contract/queue.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { queuePressure } from '../../../shared/domain/queue/queue-pressure.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { useAppStore } from '../stores/use-app.ts'
import { DerivationSteps } from '../ui/derivation-steps.tsx'
import { AreaTable } from './area-table.tsx'
import { NearbyRequests } from './nearby-requests.tsx'
import { OwnRequest } from './own-request.tsx'
import { QueueFillForm } from './queue-fill-form.tsx'
import { QueueFills } from './queue-fills.tsx'
import { siteNumber } from './site-claims.ts'
import { SuggestedRequests } from './suggested-requests.tsx'

/** What the interconnection queues say of a site: its own request, what stands ahead of it, and how crowded it is. */
export function QueueSection({ detail }: { readonly detail: SiteDetail }) {
  const store = useAppStore()
  const [near, setNear] = useState<QueueNearSite | null>(null)
  // An edit, an undo or an import of a queue brings the detail anew, and what the queues say with it.
  useEffect(() => {
    let isGone = false
    void store
      .getState()
      .readQueueNear(detail.siteId)
      .then((read) => {
        if (!isGone) setNear(read)
      })
    return () => {
      isGone = true
    }
  }, [store, detail])
  if (near === null) return null
  const areas = [near.county, near.state].filter((area) => area !== null)
  const sources = near.sources.map(({ title, asOf }) => sourceText(title, asOf)).join('; ')
  const siteMw =
    near.position?.project.capacityMw ??
    siteNumber(detail, 'queueMw') ??
    siteNumber(detail, 'plannedMw') ??
    siteNumber(detail, 'energizedMw')
  const pressure = queuePressure(areas, siteMw, sources)
  const isSilent = areas.length === 0 && near.positionId === null
  return (
    <section className="section" aria-label="Interconnection queue">
      <h3 className="section__title">Interconnection queue</h3>
      {isSilent ? (
        <p className="muted">
          No queue in the catalog speaks of this place: import the queue file of its grid operator.
        </p>
      ) : (
        <>
          <OwnRequest detail={detail} near={near} />
          <SuggestedRequests siteId={detail.siteId} near={near} />
          <AreaTable near={near} />
          {pressure === null ? null : <DerivationSteps steps={pressure.steps} />}
          <QueueFills detail={detail} fills={near.fills} />
          <QueueFillForm />
          <NearbyRequests siteId={detail.siteId} near={near} />
          {pressure === null && sources !== '' ? <p className="prices__source">{sources}</p> : null}
        </>
      )}
    </section>
  )
}

function sourceText(title: string, asOf: string | null): string {
  return asOf === null || title.includes(asOf) ? title : `${title}, as of ${formatDate(asOf)}`
}
