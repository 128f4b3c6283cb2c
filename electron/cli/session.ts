import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createClient } from '../../shared/contract/client.ts'
import type { SwitchyardClient } from '../../shared/contract/contract.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { type Core, startCore } from '../core/client.ts'
import type { ResourceFolders } from '../core/resource-folders.ts'
import { appVersion } from '../host/app-version.ts'
import { authorName } from '../host/author-name.ts'
import { createDispatcher } from '../host/dispatcher.ts'
import { FileGrants } from '../host/file-grants.ts'
import { createHostHandlers } from '../host/host-handlers.ts'
import { openLog } from '../host/log.ts'
import { ensurePrivateFolder, resourceFolders, userDataFolder } from '../host/paths.ts'
import { SettingsFile } from '../host/settings.ts'
import { TileHost } from '../host/tiles/tile-host.ts'

/** A catalog that is open for one command, asked through the same checked door as every host. */
export interface Session {
  readonly client: SwitchyardClient
  readonly core: Core
  readonly grants: FileGrants
  readonly resources: ResourceFolders
  /** True where this command made the catalog. */
  readonly isNew: boolean
  /** With `removeNew`, a catalog that this command made goes away again. Closing twice is closing once. */
  close(options?: { removeNew?: boolean }): Promise<void>
}

/**
 * Opens a catalog for the length of a command.
 * @throws AppError not_found where there is none and `mayCreate` is not set; the core's own where it cannot be used.
 */
export async function openSession(catalogFile: string, mayCreate: boolean): Promise<Session> {
  const isNew = !existsSync(catalogFile)
  if (isNew && !mayCreate)
    throw new AppError(
      'not_found',
      `There is no catalog at ${catalogFile}; make one with "switchyard init --reference" or name another with --catalog.`,
    )
  const dataFolder = ensurePrivateFolder(userDataFolder())
  const log = openLog(dataFolder)
  const settings = new SettingsFile(dataFolder, log)
  const grants = new FileGrants(path.join(dataFolder, 'temporary'))
  const resources = resourceFolders()
  const author = authorName(settings.read())
  let core: Core
  try {
    const options = { catalogFile, outputFolder: grants.outputFolder, resources, author }
    core = await startCore(options, undefined, (text) => log.error(text))
  } catch (error) {
    await grants.close()
    throw error
  }
  const tiles = new TileHost({
    ...{ dataFolder, grants, core, version: appVersion(), basemapFolder: resources.basemap },
    onLog: (text) => log.error(text),
  })
  const host = createHostHandlers({
    core,
    grants,
    settings,
    tiles,
    info: {
      version: appVersion(),
      host: 'command_line',
      catalogLocation: catalogFile,
      author,
      notice: null,
    },
    pickToOpen: () => Promise.resolve([]),
    save: () => Promise.resolve(false),
  })
  let closing: Promise<void> | undefined
  const dispatch = createDispatcher({ core, host, grants, log })
  return {
    client: createClient({ call: dispatch, onEvent: (listener) => core.onEvent(listener) }),
    core,
    grants,
    resources,
    isNew,
    close: ({ removeNew = false } = {}) => {
      closing ??= (async () => {
        await tiles.close()
        await core.close()
        await grants.close()
        if (removeNew && isNew) await removeCatalog(catalogFile)
      })()
      return closing
    },
  }
}

async function removeCatalog(catalogFile: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '.lock']) await rm(`${catalogFile}${ending}`, { force: true })
}
