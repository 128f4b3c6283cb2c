import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { build } from '../../electron/tooling/build.ts'
import { type RunningApp, startApp } from './app.ts'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'
import { Desk } from './desk.ts'
import { tempFolder } from './temp-folder.ts'
import { type WatchedPage, watchedPage } from './watched-page.ts'

export interface OpenDesk extends WatchedPage {
  readonly desk: Desk
  readonly app: RunningApp
  readonly dataFolder: string
}

export interface DeskFixture {
  readonly browser: Browser
  /**
   * Opens the app on a catalog of its own that holds the reference sites. How sure each verdict is takes a processor for
   * some seconds after every change; most tests look at something else, and switch it off as a user can.
   */
  openDesk(options?: BrowserContextOptions, settings?: { drawsByThemselves: boolean }): Promise<OpenDesk>
}

/** For a test file: one browser, and a catalog with the reference sites that every test gets a fresh copy of. */
export function deskFixture(): DeskFixture {
  let browser: Browser | undefined
  const template = mkdtempSync(path.join(tmpdir(), 'switchyard-template-'))
  beforeAll(async () => {
    await build(['basemap', 'fonts', 'renderer'])
    browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
    const app = await startApp({ dataFolder: template })
    await app.stop()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(template, { recursive: true, force: true, maxRetries: 3 })
  })
  return {
    get browser() {
      if (browser === undefined) throw new Error('The browser starts before the first test.')
      return browser
    },
    async openDesk(options, settings = { drawsByThemselves: false }) {
      const dataFolder = tempFolder()
      cpSync(template, dataFolder, { recursive: true })
      writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify(settings))
      const app = await startApp({ dataFolder })
      onTestFinished(() => app.stop())
      const watched = await watchedPage(this.browser, options)
      const desk = new Desk(watched.page)
      await desk.open(app.launchUrl)
      return { ...watched, desk, app, dataFolder }
    },
  }
}
