import { Button } from '@mantine/core'
import type { QueueNearSite } from '../../../shared/contract/queue.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { QUEUE_STAGE_LABELS } from '../../../shared/domain/queue/queue-stage.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { formatMw } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { siteNumber, siteText } from './site-claims.ts'

interface OwnRequestProps {
  readonly detail: SiteDetail
  readonly near: QueueNearSite
}

/** Amounts of one project differ by rounding and by AC or DC. */
const SAME_MW_WITHIN = 0.05

/** The request that a person confirmed as the site's own, its terms beside what the site claims. */
export function OwnRequest({ detail, near: { positionId, position } }: OwnRequestProps) {
  const confirmRequest = useApp((state) => state.confirmRequest)
  if (positionId === null) return null
  const project = position?.project
  const claimedMw = siteNumber(detail, 'queueMw')
  const mw = project?.capacityMw ?? null
  const isOtherMw = mw !== null && claimedMw !== null && Math.abs(mw - claimedMw) > SAME_MW_WITHIN * claimedMw
  return (
    <>
      <p className="queue-own">
        <span>
          {[positionId, project?.projectName, project?.poi].filter((part) => part != null && part !== '').join(' · ')}
        </span>
        <Button size="compact-xs" variant="default" onClick={() => void confirmRequest(detail.siteId, null)}>
          Not ours
        </Button>
      </p>
      {position === null || project === undefined ? (
        <p className="muted">No edition in the catalog holds this request any more; import the newest queue.</p>
      ) : (
        <>
          <table className="queue-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">Term</span>
                </th>
                <th scope="col">Site says</th>
                <th scope="col">Queue says</th>
              </tr>
            </thead>
            <tbody>
              <tr data-differs={isOtherMw}>
                <th scope="row">Megawatts</th>
                <td>{claimedMw === null ? 'nothing' : formatMw(claimedMw)}</td>
                <td>{mw === null ? 'nothing' : formatMw(mw)}</td>
              </tr>
              <tr data-differs={project.stage === 'withdrawn'}>
                <th scope="row">Stage</th>
                <td>{siteText(detail, 'queueStatus') ?? 'nothing'}</td>
                <td title={project.rawStatus ?? undefined}>{QUEUE_STAGE_LABELS[project.stage]}</td>
              </tr>
              <tr>
                <th scope="row">Power</th>
                <td>{siteText(detail, 'energizationDate') ?? 'nothing'}</td>
                <td>{dateText(project.proposedCod)}</td>
              </tr>
              <tr>
                <th scope="row">Filed</th>
                <td />
                <td>{dateText(project.queueDate)}</td>
              </tr>
              {project.withdrawnDate === null ? null : (
                <tr data-differs="true">
                  <th scope="row">Withdrawn</th>
                  <td />
                  <td>{dateText(project.withdrawnDate)}</td>
                </tr>
              )}
            </tbody>
          </table>
          <p className="prices__source">{`${position.fileName}, row ${position.row}`}</p>
        </>
      )}
    </>
  )
}

function dateText(date: string | null): string {
  return date === null ? 'nothing' : formatDate(date)
}
