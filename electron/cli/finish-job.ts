import { AppError } from '../../shared/contract/errors.ts'
import type { JobSnapshot } from '../../shared/contract/jobs.ts'
import type { CommandContext } from './command.ts'
import type { Session } from './session.ts'

/**
 * Starts a job and waits for its result, showing how far it is. Ctrl-C cancels the job and waits until it has let go.
 * @throws AppError the job's own error, or cancelled.
 */
export async function finishJob(
  session: Session,
  context: Pick<CommandContext, 'signal' | 'progress'>,
  start: () => Promise<{ jobId: string }>,
): Promise<NonNullable<JobSnapshot['result']>> {
  const { promise, resolve } = Promise.withResolvers<JobSnapshot>()
  const ended = new Map<string, JobSnapshot>()
  let jobId: string | undefined
  const forget = session.core.onEvent((event) => {
    if (event.type !== 'job') return
    const { job } = event
    if (job.state !== 'running') ended.set(job.jobId, job)
    if (job.jobId !== jobId) return
    context.progress(progressLine(job))
    if (job.state !== 'running') resolve(job)
  })
  const cancel = () => {
    if (jobId !== undefined) session.core.cancelJob(jobId)
  }
  context.signal.addEventListener('abort', cancel)
  try {
    jobId = (await start()).jobId
    // Events may have come before the answer that names the job.
    const early = ended.get(jobId)
    if (early) resolve(early)
    else if (context.signal.aborted) cancel()
    const job = await promise
    if (job.error) throw new AppError(job.error.code, job.error.message)
    if (!job.result) throw new AppError('internal', `"${job.label}" ended without a result; try again.`)
    return job.result
  } finally {
    context.signal.removeEventListener('abort', cancel)
    forget()
    context.progress('')
  }
}

function progressLine({ label, done, total, unit }: JobSnapshot): string {
  return `${label}: ${total ? `${Math.floor((100 * done) / total)}%` : `${done} ${unit}`}`
}
