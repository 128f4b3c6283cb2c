import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { build, printOutcome } from './build.ts'
import { type Desktop, findDesktop } from './desktop/find-desktop.ts'
import { HOW_TO_FETCH, type NoWindow } from './desktop/no-window-here.ts'
import { runElectron } from './desktop/run-electron.ts'
import { projectRoot } from './project-root.ts'

const USAGE = 'Usage: npm start -- [--desktop | --browser] [--port N] [--no-open] [--catalog FILE]'
const HELP = `${USAGE}

Opens Switchyard in a desktop window where Electron is on this computer or can be fetched, else in your browser.
  --desktop       try for the desktop window even after a download was refused or where no display is seen
  --browser       use the browser at once
  --port N        browser: serve on this port of 127.0.0.1; any free one by default
  --no-open       browser: only print the address
  --catalog FILE  browser: open this catalog; by default the one in your data folder

Where Electron cannot be downloaded from its usual place, these environment variables help:
  ELECTRON_MIRROR              address of a mirror to download it from
  electron_config_cache        folder with downloads made elsewhere
  ELECTRON_OVERRIDE_DIST_PATH  folder with an unpacked Electron
  HTTPS_PROXY                  proxy to download it through`
const ASKED_FOR_BROWSER: NoWindow = { why: 'you asked for it', how: 'run "npm start" without "--browser"' }

const arguments_ = readArguments()
try {
  await start()
} catch (error) {
  console.error(`Switchyard did not start: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

/** Builds what is stale and opens Switchyard, in Electron where that can be had and else in the user's browser. */
async function start(): Promise<void> {
  // A download takes longer than the build, so both go on at once.
  const [desktop] = await Promise.all([
    arguments_.isBrowser
      ? ({ isThere: false, reason: ASKED_FOR_BROWSER } satisfies Desktop)
      : findDesktop(arguments_.isDesktop, (line) => console.log(line)),
    build(['basemap', 'fonts', 'renderer'], printOutcome),
  ])
  if (!desktop.isThere) return startBrowserHost(desktop.reason)
  await build(['electron'], printOutcome)
  const exit = await runElectron(desktop.executable)
  if (exit.state === 'ended') process.exit(exit.code)
  await startBrowserHost({ why: exit.why, how: HOW_TO_FETCH })
}

async function startBrowserHost({ why, how }: NoWindow): Promise<void> {
  const notice = `Switchyard runs in your browser, because ${why}; for the desktop window, ${how}.`
  console.log(notice)
  const script = path.join(projectRoot, 'electron', 'http', 'main.ts')
  // In this very process, so that a Ctrl-C reaches the host once.
  process.argv = [process.argv[0] ?? 'node', script, ...arguments_.forHost, '--notice', notice]
  await import('../http/main.ts')
}

function readArguments(): { isDesktop: boolean; isBrowser: boolean; forHost: string[] } {
  try {
    const { values } = parseArgs({
      allowNegative: true,
      options: {
        desktop: { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        port: { type: 'string' },
        open: { type: 'boolean', default: true },
        catalog: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      console.log(HELP)
      process.exit(0)
    }
    if (values.desktop && values.browser) throw new Error('"--desktop" and "--browser" exclude each other.')
    const forHost = [
      ...(values.port === undefined ? [] : ['--port', values.port]),
      ...(values.catalog === undefined ? [] : ['--catalog', values.catalog]),
      ...(values.open ? [] : ['--no-open']),
    ]
    // What only the browser host understands asks for it.
    const isBrowser = values.browser || (!values.desktop && forHost.length > 0)
    return { isDesktop: values.desktop, isBrowser, forHost }
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    process.exit(2)
  }
}
