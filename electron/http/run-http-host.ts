import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { appVersion } from '../host/app-version.ts'
import { authorName } from '../host/author-name.ts'
import { FileGrants } from '../host/file-grants.ts'
import { openLog } from '../host/log.ts'
import {
  defaultCatalogFile,
  ensurePrivateFolder,
  rendererFolder,
  resourceFolders,
  runtimeFolder,
  userDataFolder,
} from '../host/paths.ts'
import { SettingsFile } from '../host/settings.ts'
import { TileHost } from '../host/tiles/tile-host.ts'
import { openBrowser } from './open-browser.ts'
import { askRunningHost, noteRunningHost } from './running-host.ts'
import { startHttpHost } from './server.ts'
import { LAUNCH_LIFE_MS } from './session.ts'

export interface RunOptions {
  /** 0 for any free one. */
  readonly port: number
  readonly shouldOpenBrowser: boolean
  /** Left out: the one in the user's data folder. */
  readonly catalogFile?: string | undefined
  /** Why this is not the desktop window. */
  readonly notice?: string | null
  /** Prints a line for the user. */
  say(line: string): void
}

export interface RunningHost {
  readonly launchUrl: string
  /** Opens or prints a further launch address. */
  openAgain(): void
  close(): Promise<void>
}

/**
 * Starts the app for the user's browser: the catalog, on its first start with the reference sites, and the loopback
 * host. Null when another process has the catalog open already: that one is then asked for another window.
 * @throws AppError with one sentence when the catalog or the port cannot be had.
 */
export async function runHttpHost(options: RunOptions): Promise<RunningHost | null> {
  const { say } = options
  const dataFolder = ensurePrivateFolder(userDataFolder())
  const runFolder = runtimeFolder()
  const log = openLog(dataFolder)
  const settings = new SettingsFile(dataFolder, log)
  const catalogFile = path.resolve(options.catalogFile ?? defaultCatalogFile(dataFolder))
  const author = authorName(settings.read())
  // A named catalog that exists may be empty on purpose; the user's own one never is.
  const mayLoadReference = options.catalogFile === undefined || !existsSync(catalogFile)
  if (!existsSync(path.join(rendererFolder(), 'index.html')))
    say('The page has not been built yet, so the browser will find none; run "npm run build" first.')
  let opening: Promise<void> = Promise.resolve()
  const cleanUps: (() => void)[] = []

  const show = (launchUrl: string) => {
    say(`Switchyard: ${launchUrl}`)
    if (!options.shouldOpenBrowser) return
    opening = openBrowser(launchUrl, runFolder)
      .then(({ isOpening, cleanUp }) => {
        cleanUps.push(cleanUp)
        if (isOpening) setTimeout(cleanUp, LAUNCH_LIFE_MS).unref()
        else say('No browser could be opened from here; open the address above in one on this computer.')
      })
      .catch((error: unknown) => log.error('The browser was not opened.', error))
  }

  const grants = new FileGrants(path.join(dataFolder, 'temporary'))
  const resources = resourceFolders()
  const { startCore } = await import('../core/client.ts')
  const started = await startCore(
    { catalogFile, outputFolder: grants.outputFolder, resources, author },
    undefined,
    (text) => log.error(text),
  ).catch(async (error: unknown) => {
    await grants.close()
    const launchUrl =
      error instanceof AppError && error.code === 'busy' ? await askRunningHost(runFolder, catalogFile) : null
    if (launchUrl === null) throw error
    say('Switchyard is running already; this opens another window of it.')
    show(launchUrl)
    await opening
    return null
  })
  if (started === null) return null
  const core = started
  const tiles = new TileHost({
    ...{ dataFolder, grants, core, version: appVersion(), basemapFolder: resources.basemap },
    onLog: (text) => log.error(text),
  })

  try {
    if (mayLoadReference) {
      const { loadReference } = await import('../core/load-reference.ts')
      await loadReference(core, resources)
    }
    const host = await startHttpHost({
      core,
      settings,
      grants,
      tiles,
      log,
      port: options.port,
      author,
      version: appVersion(),
      catalogLocation: catalogFile,
      notice: options.notice ?? null,
    })
    const forget = noteRunningHost(runFolder, catalogFile, host)
    log.info(`The browser host started on ${host.url}.`)
    show(host.launchUrl)
    return {
      launchUrl: host.launchUrl,
      openAgain: () => show(host.newLaunchUrl()),
      close: async () => {
        await opening
        for (const cleanUp of cleanUps) cleanUp()
        forget()
        await host.close()
        await tiles.close()
        await core.close()
        await grants.close()
        log.info('The browser host stopped.')
      },
    }
  } catch (error) {
    await tiles.close()
    await core.close()
    await grants.close()
    throw error
  }
}
