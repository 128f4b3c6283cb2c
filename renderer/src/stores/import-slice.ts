import type { GrantedFile } from '../../../shared/contract/app.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import type { SliceTools } from './app-state.ts'
import { sentenceOf } from './notice-slice.ts'

/** Where the import stands: a file is sent, checked without changing anything, reviewed, then imported. */
export type ImportFlow =
  | { readonly step: 'idle' }
  | { readonly step: 'sending'; readonly fileName: string; readonly share: number }
  | { readonly step: 'checking' | 'importing'; readonly file: GrantedFile; readonly jobId: string | null }
  | { readonly step: 'review'; readonly file: GrantedFile; readonly report: ImportReport }
  | { readonly step: 'done'; readonly file: GrantedFile; readonly report: ImportReport }
  | { readonly step: 'failed'; readonly fileName: string; readonly message: string }

export interface ImportSlice {
  readonly importFlow: ImportFlow
  pickImport(): Promise<void>
  dropImport(file: File): Promise<void>
  commitImport(): Promise<void>
  closeImport(): void
}

export function importSlice({ set, get, ports }: SliceTools): ImportSlice {
  async function run(file: GrantedFile, dryRun: boolean): Promise<ImportReport> {
    const step = dryRun ? 'checking' : 'importing'
    set({ importFlow: { step, file, jobId: null } })
    const { jobId } = await ports.client['imports.start']({ grant: file.grant, dryRun })
    set({ importFlow: { step, file, jobId } })
    const { result } = await get().jobEnd(jobId)
    if (result?.type !== 'import') throw new AppError('internal', 'The import ended without a report; try it again.')
    return result
  }

  function end(fileName: string, error: unknown): void {
    const isCancelled = error instanceof AppError && error.code === 'cancelled'
    set({ importFlow: isCancelled ? { step: 'idle' } : { step: 'failed', fileName, message: sentenceOf(error) } })
  }

  async function check(fileName: string, granted: () => Promise<GrantedFile | null>): Promise<void> {
    try {
      const file = await granted()
      if (file === null) {
        set({ importFlow: { step: 'idle' } })
        return
      }
      set({ importFlow: { step: 'review', file, report: await run(file, true) } })
    } catch (error) {
      end(fileName, error)
    }
  }

  const isBusy = (): boolean => ['sending', 'checking', 'importing'].includes(get().importFlow.step)

  return {
    importFlow: { step: 'idle' },
    async pickImport() {
      if (!isBusy()) await check('the file', () => ports.files.pick())
    },
    async dropImport(file) {
      if (isBusy()) {
        get().notify(
          'error',
          `${file.name} was not taken, because another file is being imported; drop it again after.`,
        )
        return
      }
      set({ importFlow: { step: 'sending', fileName: file.name, share: 0 } })
      await check(file.name, () =>
        ports.files.receive(file, (share) => set({ importFlow: { step: 'sending', fileName: file.name, share } })),
      )
    },
    async commitImport() {
      const flow = get().importFlow
      if (flow.step !== 'review') return
      try {
        const report = await run(flow.file, false)
        set({ importFlow: report.rejectedCount > 0 ? { step: 'done', file: flow.file, report } : { step: 'idle' } })
        get().notify(
          'done',
          `Imported ${flow.file.name}: ${report.added} added, ${report.updated} updated, ${report.removed} removed.`,
        )
        await Promise.all([get().refresh(), get().refreshDetail()])
      } catch (error) {
        end(flow.file.name, error)
      }
    },
    closeImport: () => {
      if (!isBusy()) set({ importFlow: { step: 'idle' } })
    },
  }
}
