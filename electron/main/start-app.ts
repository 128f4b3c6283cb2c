import path from 'node:path'
import { app, session } from 'electron'
import { type Core, startCore } from '../core/client.ts'
import { loadReference } from '../core/load-reference.ts'
import { appVersion } from '../host/app-version.ts'
import { authorName } from '../host/author-name.ts'
import { createDispatcher } from '../host/dispatcher.ts'
import { FileGrants } from '../host/file-grants.ts'
import { createHostHandlers } from '../host/host-handlers.ts'
import type { Log } from '../host/log.ts'
import { defaultCatalogFile, ensurePrivateFolder, rendererFolder, resourceFolders } from '../host/paths.ts'
import { SettingsFile } from '../host/settings.ts'
import { TileHost } from '../host/tiles/tile-host.ts'
import { pickToOpen, saveMade } from './dialogs.ts'
import { answerCalls, sendToWindows } from './ipc.ts'
import { installMenu } from './menu.ts'
import { serveAppScheme } from './protocol.ts'
import { closeBeforeQuit } from './quit.ts'
import { openWindow, type WindowMemory } from './window.ts'
import { denyPermissions } from './window-policy.ts'

/** The setting that holds where the window stood. */
const WINDOW_SETTING = 'desktopWindow'

/**
 * Opens the catalog and the window that shows it.
 * @throws AppError with one sentence when the catalog cannot be used.
 */
export async function startApp(dataFolder: string, log: Log): Promise<void> {
  ensurePrivateFolder(dataFolder)
  const settings = new SettingsFile(dataFolder, log)
  const resources = resourceFolders(app.isPackaged ? process.resourcesPath : undefined)
  const grants = new FileGrants(path.join(dataFolder, 'temporary'))
  const author = authorName(settings.read())
  const catalogFile = defaultCatalogFile(dataFolder)
  const core = await startCore(
    { catalogFile, outputFolder: grants.outputFolder, resources, author },
    undefined,
    (text) => log.error(text),
  ).catch(async (error: unknown) => {
    await grants.close()
    throw error
  })

  const tiles = new TileHost({
    ...{ dataFolder, grants, core, version: appVersion(), basemapFolder: resources.basemap },
    onLog: (text) => log.error(text),
  })
  let lastWrite: Promise<void> = Promise.resolve()
  const memory: WindowMemory = {
    read: () => settings.read()[WINDOW_SETTING],
    write: (bounds) => {
      lastWrite = settings.write({ [WINDOW_SETTING]: { ...bounds } })
      lastWrite.catch((error: unknown) => log.error('The window’s place was not remembered.', error))
    },
  }
  closeBeforeQuit(
    () => closeAll(core, grants, tiles, () => lastWrite),
    (error) => log.error('Switchyard did not close cleanly.', error),
  )

  const info = { version: appVersion(), host: 'desktop', catalogLocation: catalogFile, author, notice: null } as const
  const host = createHostHandlers({
    core,
    grants,
    settings,
    tiles,
    info,
    pickToOpen: () => pickToOpen(grants),
    save: saveMade,
  })
  answerCalls(createDispatcher({ core, host, grants, log }))
  // After the dispatcher, which grants a made document before the page hears of it.
  core.onEvent(sendToWindows)

  denyPermissions(session.defaultSession)
  serveAppScheme(rendererFolder(), { '/basemap': resources.basemap }, tiles)
  installMenu(sendToWindows)
  await loadReference(core, resources).catch(async (error: unknown) => {
    await closeAll(core, grants, tiles, () => lastWrite)
    throw error
  })
  openWindow(memory)
}

/** Each part is closed even when the one before it fails; the first failure is then reported. */
async function closeAll(
  core: Core,
  grants: FileGrants,
  tiles: TileHost,
  lastWrite: () => Promise<void>,
): Promise<void> {
  const results = [
    await settle(() => tiles.close()),
    await settle(() => core.close()),
    await settle(() => grants.close()),
    await settle(() => lastWrite()),
  ]
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

async function settle(work: () => Promise<void>): Promise<PromiseSettledResult<void>> {
  const [result] = await Promise.allSettled([work()])
  return result
}
