import type { JobSnapshot } from '../../shared/contract/jobs.ts'
import type { Core } from './client.ts'

/** Waits until a job is done, failed or cancelled. */
export function jobDone(core: Core, jobId: string): Promise<JobSnapshot> {
  const known = core.job(jobId)
  if (known && known.state !== 'running') return Promise.resolve(known)
  return new Promise((resolve) => {
    const stop = core.onEvent((event) => {
      if (event.type !== 'job' || event.job.jobId !== jobId || event.job.state === 'running') return
      stop()
      resolve(event.job)
    })
  })
}
