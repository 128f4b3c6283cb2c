import { useApp } from '../stores/use-app.ts'
import { JobProgress } from './job-progress.tsx'

/** The jobs that run beside the work: memos and exports. An import shows its progress in its own dialog. */
export function RunningJobs() {
  const jobs = useApp((state) => state.jobs)
  const flow = useApp((state) => state.importFlow)
  const cancelJob = useApp((state) => state.cancelJob)
  const inDialog = 'jobId' in flow ? flow.jobId : null
  return Object.values(jobs)
    .filter((job) => job.state === 'running' && job.jobId !== inDialog)
    .map((job) => (
      <div className="notice" data-kind="job" role="status" key={job.jobId}>
        <JobProgress job={job} onCancel={() => void cancelJob(job.jobId)} />
      </div>
    ))
}
