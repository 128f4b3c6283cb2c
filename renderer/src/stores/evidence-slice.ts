import type * as z from 'zod'
import { AppError } from '../../../shared/contract/errors.ts'
import type { evidence } from '../../../shared/contract/evidence.ts'
import type { SliceTools } from './app-state.ts'

export interface EvidenceSlice {
  /** Lets the user choose files and keeps them with the site. */
  attachEvidence(siteId: string): Promise<void>
  describeEvidence(change: z.input<(typeof evidence)['evidence.describe']['input']>): Promise<boolean>
  removeEvidence(siteId: string, evidenceId: string): Promise<void>
  saveEvidence(evidenceId: string): Promise<void>
  /** The file's bytes, to be shown; null after the error was told. */
  readEvidence(evidenceId: string): Promise<Uint8Array<ArrayBuffer> | null>
}

export function evidenceSlice({ get, ports }: SliceTools): EvidenceSlice {
  async function tell(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'cancelled') get().report(error)
      return false
    }
  }
  const refresh = () => Promise.all([get().refreshDetail(), get().refreshHistory()])
  return {
    attachEvidence: async (siteId) => {
      await tell(async () => {
        for (const file of await ports.files.pick()) {
          const { jobId } = await ports.client['evidence.attach']({ siteId, grant: file.grant })
          await get().jobEnd(jobId)
          await refresh()
          get().notify('done', `Attached ${file.name}.`)
        }
      })
    },
    describeEvidence: (change) =>
      tell(async () => {
        await ports.client['evidence.describe'](change)
        await refresh()
      }),
    removeEvidence: async (siteId, evidenceId) => {
      await tell(async () => {
        await ports.client['evidence.remove']({ siteId, evidenceId })
        await refresh()
      })
    },
    saveEvidence: async (evidenceId) => {
      await tell(async () => {
        const { jobId } = await ports.client['evidence.save']({ evidenceId })
        const { result } = await get().jobEnd(jobId)
        if (result?.type === 'file' && (await ports.files.save(result))) get().notify('done', `Saved ${result.name}.`)
      })
    },
    readEvidence: async (evidenceId) => {
      try {
        return new Uint8Array(await ports.client['evidence.content']({ evidenceId }))
      } catch (error) {
        get().report(error)
        return null
      }
    },
  }
}
