import { NativeSelect } from '@mantine/core'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { useApp } from '../stores/use-app.ts'
import type { ImportItem } from './import-item.ts'
import { nearestSites } from './nearest-sites.ts'

interface DocumentTargetProps {
  readonly item: ImportItem
  readonly report: ImportReport
}

/** Asks which site a document or photo is to be kept with: the selected one, or one near where a photo was taken. */
export function DocumentTarget({ item, report }: DocumentTargetProps) {
  const columns = useApp((state) => state.columns)
  const rowOf = useApp((state) => state.rowOf)
  const selectedId = useApp((state) => state.selectedId)
  const keepDocumentWith = useApp((state) => state.keepDocumentWith)
  const near = columns === null ? [] : nearestSites(columns, report)
  const choices = [
    ...(selectedId === null
      ? []
      : [{ value: selectedId, label: columns?.names[rowOf.get(selectedId) ?? -1] ?? selectedId }]),
    ...near
      .filter(({ siteId }) => siteId !== selectedId)
      .map(({ siteId, name, kilometres }) => ({ value: siteId, label: `${name}, ${kilometres.toFixed(1)} km away` })),
  ]
  return (
    <>
      <p>
        <strong>{report.title}</strong>
      </p>
      {choices.length === 0 ? (
        <p className="muted">A document is kept with a site: select the site first, then drop the file again.</p>
      ) : (
        <NativeSelect
          size="xs"
          label="Keep with"
          data={choices}
          value={item.siteId ?? ''}
          onChange={(event) => keepDocumentWith(item.key, event.currentTarget.value)}
        />
      )}
    </>
  )
}
