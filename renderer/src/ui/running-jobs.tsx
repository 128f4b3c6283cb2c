import { useApp } from '../stores/use-app.ts'
import { JobProgress } from './job-progress.tsx'

/** The jobs that run beside the work: memos and exports. An import shows its progress in its own dialog. */
export function RunningJobs() {
  const jobs = useApp((state) => state.jobs)
  const items = useApp((state) => state.importItems)
  const cancelJob = useApp((state) => state.cancelJob)
  const inDialog = new Set(items.map((item) => item.jobId))
  return Object.values(jobs)
    .filter((job) => job.state === 'running' && !inDialog.has(job.jobId))
    .map((job) => (
      <div className="notice" data-kind="job" role="status" key={job.jobId}>
        <JobProgress job={job} onCancel={() => void cancelJob(job.jobId)} />
      </div>
    ))
}
