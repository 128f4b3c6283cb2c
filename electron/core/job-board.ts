import type { JobSnapshot } from '../../shared/contract/jobs.ts'
import type { WorkerRole } from './worker-messages.ts'

/** Finished jobs that are remembered. */
const MOST_FINISHED = 100

/** The newest snapshot of each job of all workers. */
export class JobBoard {
  readonly #jobs = new Map<string, { readonly snapshot: JobSnapshot; readonly role: WorkerRole }>()

  put(snapshot: JobSnapshot, role: WorkerRole): void {
    this.#jobs.set(snapshot.jobId, { snapshot, role })
    const finished = [...this.#jobs.values()].filter(({ snapshot: { state } }) => state !== 'running')
    for (const { snapshot: old } of finished.slice(0, -MOST_FINISHED)) this.#jobs.delete(old.jobId)
  }

  get(jobId: string): JobSnapshot | undefined {
    return this.#jobs.get(jobId)?.snapshot
  }

  roleOf(jobId: string): WorkerRole | undefined {
    return this.#jobs.get(jobId)?.role
  }

  /** Marks the running jobs of a worker that has crashed as failed and gives them back. */
  failAll(role: WorkerRole): JobSnapshot[] {
    const failed = [...this.#jobs.values()]
      .filter((job) => job.role === role && job.snapshot.state === 'running')
      .map(({ snapshot }): JobSnapshot => {
        const message = `"${snapshot.label}" stopped because a part of Switchyard stopped; start it again.`
        return { ...snapshot, state: 'failed', error: { code: 'internal', message } }
      })
    for (const snapshot of failed) this.put(snapshot, role)
    return failed
  }
}
