import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { JobSnapshot } from '../../../shared/contract/jobs.ts'
import type { SliceTools } from './app-state.ts'

export interface ShownJob extends JobSnapshot {
  /** When the page first heard of it, for the rate. */
  readonly startedAtMs: number
}

/** What goes into a file of sites, for whom and how. */
export type ExportChoice = Omit<Parameters<SwitchyardClient['exports.start']>[0], 'scenario'>

export interface JobSlice {
  readonly jobs: Readonly<Record<string, ShownJob>>
  /** Takes a job's newest state, from an event or an answer. */
  noteJob(job: JobSnapshot): void
  /** Waits for the job's end. @throws AppError with the job's own error, or `cancelled`. */
  jobEnd(jobId: string): Promise<JobSnapshot>
  cancelJob(jobId: string): Promise<void>
  /** Asks again for every running job, since events may have been missed. */
  catchUpJobs(): Promise<void>
  makeMemo(siteId: string): Promise<void>
  exportSites(choice: ExportChoice): Promise<void>
}

export function jobSlice({ set, get, ports }: SliceTools): JobSlice {
  const waiting = new Map<string, (job: JobSnapshot) => void>()

  async function fetchJob(jobId: string): Promise<void> {
    get().noteJob(await ports.client['jobs.get']({ jobId }))
  }

  async function saveResultOf(start: Promise<{ jobId: string }>): Promise<void> {
    try {
      const { jobId } = await start
      const { result } = await get().jobEnd(jobId)
      if (result?.type !== 'file') throw new AppError('internal', 'The job ended without a file; try it again.')
      if (await ports.files.save(result)) get().notify('done', `Saved ${result.name}.`)
    } catch (error) {
      get().report(error)
    }
  }

  /** One that was never saved is nowhere to be found by the host. */
  const chosenRuler = () => (get().ruler.version > 0 ? { ruler: get().ruler.id } : {})

  return {
    jobs: {},
    noteJob(job) {
      const known = get().jobs[job.jobId]
      // A slow answer must not put an ended job back to running.
      if (known !== undefined && known.state !== 'running') return
      const shown: ShownJob = { ...job, startedAtMs: known?.startedAtMs ?? performance.now() }
      set((state) => ({ jobs: { ...state.jobs, [job.jobId]: shown } }))
      if (job.state === 'running') return
      waiting.get(job.jobId)?.(job)
      waiting.delete(job.jobId)
    },
    async jobEnd(jobId) {
      const ended = new Promise<JobSnapshot>((resolve) => waiting.set(jobId, resolve))
      const known = get().jobs[jobId]
      if (known !== undefined && known.state !== 'running') waiting.get(jobId)?.(known)
      // The job may have ended before the events of this page began.
      else await fetchJob(jobId)
      const job = await ended
      waiting.delete(jobId)
      if (job.state === 'cancelled') throw new AppError('cancelled', `${job.label} was cancelled.`)
      if (job.state === 'failed')
        throw new AppError(job.error?.code ?? 'internal', job.error?.message ?? `${job.label} failed; try it again.`)
      return job
    },
    async cancelJob(jobId) {
      try {
        await ports.client['jobs.cancel']({ jobId })
      } catch (error) {
        get().report(error)
      }
    },
    async catchUpJobs() {
      const running = Object.values(get().jobs).filter((job) => job.state === 'running')
      await Promise.allSettled(running.map((job) => fetchJob(job.jobId)))
    },
    makeMemo: (siteId) =>
      saveResultOf(
        ports.client['memos.start']({
          siteId,
          scenario: get().scenarioInput,
          peakHours: get().peakHours,
          ...chosenRuler(),
        }),
      ),
    exportSites: (choice) =>
      saveResultOf(ports.client['exports.start']({ ...choice, scenario: get().scenarioInput, ...chosenRuler() })),
  }
}
