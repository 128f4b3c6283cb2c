import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { MappingStep } from '../mapping/mapping-step.tsx'
import { useApp } from '../stores/use-app.ts'
import { JobProgress } from '../ui/job-progress.tsx'
import { DocumentTarget } from './document-target.tsx'
import { type ImportItem, isDocument, isMap, isTableOfSites } from './import-item.ts'
import { ImportReportView } from './import-report.tsx'
import { MapReading } from './map-reading.tsx'
import { SystemQuestion } from './system-question.tsx'

interface ImportCardProps {
  readonly item: ImportItem
  /** The dialog's title speaks of a file that is alone; among others each names itself. */
  readonly isAlone: boolean
}

/** One file in the import dialog: how far it is, and what it is and would change once that is known. */
export function ImportCard({ item, isAlone }: ImportCardProps) {
  const leaveOut = useApp((state) => state.leaveImportOut)
  return (
    <section className="import-card" data-alone={isAlone} aria-label={item.fileName}>
      {isAlone ? null : (
        <div className="import-card__head">
          <h3 className="import-card__name">{item.fileName}</h3>
          {item.step === 'review' || item.step === 'mapping' || item.step === 'failed' || item.step === 'waiting' ? (
            <Button size="compact-xs" variant="default" onClick={() => leaveOut(item.key)}>
              Leave out
            </Button>
          ) : null}
        </div>
      )}
      <ImportState item={item} />
    </section>
  )
}

function ImportState({ item }: { readonly item: ImportItem }) {
  switch (item.step) {
    case 'waiting':
      return <p className="muted">Waits for the files before it.</p>
    case 'sending':
      return <Progress value={item.share * 100} size="sm" aria-label="Share of the file read" />
    case 'checking':
    case 'importing':
      return <RunningImport jobId={item.jobId} />
    case 'failed':
      return (
        <>
          {item.format === null ? null : <MapReading item={item} />}
          <p role="alert" className="import-error">
            <IconAlertTriangle size={18} stroke={1.8} />
            <span>{item.message}</span>
          </p>
          {item.asksForSystem ? <SystemQuestion item={item} /> : null}
        </>
      )
    case 'mapping':
      return item.proposal === null ? null : <MappingStep item={item} proposal={item.proposal} />
    case 'review':
    case 'done':
      if (item.report === null) return null
      return isDocument(item) ? (
        <DocumentTarget item={item} report={item.report} />
      ) : (
        <>
          {item.step === 'review' && isMap(item) ? <MapReading item={item} /> : null}
          <ImportReportView report={item.report} />
          {item.step === 'review' && isTableOfSites(item) ? <MapColumnsButton itemKey={item.key} /> : null}
        </>
      )
  }
}

function MapColumnsButton({ itemKey }: { readonly itemKey: number }) {
  const openMapping = useApp((state) => state.openMapping)
  return (
    <div>
      <Button size="compact-xs" variant="default" onClick={() => void openMapping(itemKey)}>
        Map columns
      </Button>
    </div>
  )
}

function RunningImport({ jobId }: { readonly jobId: string | null }) {
  const job = useApp((state) => (jobId === null ? undefined : state.jobs[jobId]))
  const cancelJob = useApp((state) => state.cancelJob)
  if (jobId === null || job === undefined) return <Progress value={100} animated size="sm" aria-label="Starting" />
  return <JobProgress job={job} onCancel={() => void cancelJob(job.jobId)} />
}
