import type { AppInfo, GrantedFile } from '../../shared/contract/app.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers, MethodsOfKind } from '../../shared/contract/define.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { Core } from '../core/client.ts'
import type { FileGrants } from './file-grants.ts'
import type { SettingsFile } from './settings.ts'
import { tileHandlers } from './tiles/tile-handlers.ts'
import type { TileHost } from './tiles/tile-host.ts'

/** One function for each method that the host answers itself. */
export type HostHandlers = Handlers<MethodsOfKind<Contract, 'host'>>

export interface HostHandlerOptions {
  readonly core: Core
  readonly grants: FileGrants
  readonly settings: SettingsFile
  readonly tiles: TileHost
  readonly info: AppInfo
  /** The open dialog; null when the user cancels. */
  pickToOpen(): Promise<GrantedFile[]>
  /** The save dialog and the copy; false when the user cancels. */
  save(file: { path: string; name: string }): Promise<boolean>
}

/** The host's methods, the same in every host but for how files are chosen and saved. */
export function createHostHandlers({
  core,
  grants,
  settings,
  tiles,
  info,
  pickToOpen,
  save,
}: HostHandlerOptions): HostHandlers {
  return {
    'app.info': () => info,
    'settings.read': () => settings.read(),
    'settings.write': async ({ patch }) => {
      await settings.write(patch)
      return {}
    },
    'jobs.get': ({ jobId }) => {
      const job = core.job(jobId)
      if (!job) throw new AppError('not_found', 'That job is not known any more; start it again.')
      return job
    },
    'jobs.cancel': ({ jobId }) => {
      core.cancelJob(jobId)
      return {}
    },
    'files.pickToOpen': () => pickToOpen(),
    'files.save': ({ grant, name }) => save({ ...grants.resolveMade(grant), name }),
    'files.receive': (piece) => grants.receive(piece),
    ...tileHandlers(tiles),
  }
}
