import { Button, Modal, Progress } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import type { ImportFlow } from '../stores/import-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { JobProgress } from '../ui/job-progress.tsx'
import { ImportReportView } from './import-report.tsx'

/** Checks a file, shows what it would change, and imports it when told to. */
export function ImportDialog() {
  const flow = useApp((state) => state.importFlow)
  const close = useApp((state) => state.closeImport)
  return (
    // Locking the scroll would inject a style element, and the page does not scroll anyway.
    <Modal
      opened={flow.step !== 'idle'}
      onClose={close}
      title={titleOf(flow)}
      size={640}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close the import' }}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <ImportStep flow={flow} />
    </Modal>
  )
}

function titleOf(flow: ImportFlow): string {
  switch (flow.step) {
    case 'idle':
      return 'Import'
    case 'sending':
      return `Reading ${flow.fileName}`
    case 'checking':
      return `Checking ${flow.file.name}`
    case 'review':
      return `Import ${flow.file.name}?`
    case 'importing':
      return `Importing ${flow.file.name}`
    case 'done':
      return `Imported ${flow.file.name}`
    case 'failed':
      return 'The file was not imported'
  }
}

function ImportStep({ flow }: { readonly flow: ImportFlow }) {
  const close = useApp((state) => state.closeImport)
  const commit = useApp((state) => state.commitImport)
  switch (flow.step) {
    case 'idle':
      return null
    case 'sending':
      return <Progress value={flow.share * 100} size="sm" aria-label="Share of the file read" />
    case 'checking':
    case 'importing':
      return <RunningImport jobId={flow.jobId} />
    case 'failed':
      return (
        <div className="dialog-stack">
          <p role="alert" className="import-error">
            <IconAlertTriangle size={18} stroke={1.8} />
            <span>{flow.message}</span>
          </p>
          <div className="dialog-actions">
            <Button size="xs" variant="default" onClick={close}>
              Close
            </Button>
          </div>
        </div>
      )
    case 'review':
      return (
        <div className="dialog-stack">
          <ImportReportView report={flow.report} />
          <div className="dialog-actions">
            <Button size="xs" variant="default" onClick={close}>
              Cancel
            </Button>
            <Button size="xs" data-autofocus disabled={changeCount(flow.report) === 0} onClick={() => void commit()}>
              {changeCount(flow.report) === 0 ? 'Nothing to import' : 'Import'}
            </Button>
          </div>
        </div>
      )
    case 'done':
      return (
        <div className="dialog-stack">
          <ImportReportView report={flow.report} />
          <div className="dialog-actions">
            <Button size="xs" data-autofocus onClick={close}>
              Done
            </Button>
          </div>
        </div>
      )
  }
}

function RunningImport({ jobId }: { readonly jobId: string | null }) {
  const job = useApp((state) => (jobId === null ? undefined : state.jobs[jobId]))
  const cancelJob = useApp((state) => state.cancelJob)
  if (jobId === null || job === undefined) return <Progress value={100} animated size="sm" aria-label="Starting" />
  return <JobProgress job={job} onCancel={() => void cancelJob(jobId)} />
}

function changeCount(report: ImportReport): number {
  return report.added + report.updated + report.removed
}
