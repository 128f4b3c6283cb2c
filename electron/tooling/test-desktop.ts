import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { _electron } from 'playwright-core'
import { build, printOutcome } from './build.ts'
import { electronExecutable } from './desktop/electron-runtime.ts'
import { noWindowHere } from './desktop/no-window-here.ts'
import { projectRoot } from './project-root.ts'

/** What the rest of the tests cannot show: the app in a real Electron. It ends with 2 where there is none. */
const executable = electronExecutable()
const ruledOut = noWindowHere(process.platform, process.env, process.getuid?.())
if (!executable) {
  console.error('Not tested: Electron is not on this computer; "npm start -- --desktop" fetches it.')
  process.exitCode = 2
} else if (ruledOut) {
  console.error(`Not tested: ${ruledOut.why}; ${ruledOut.how.replace('npm start', 'npm run test:desktop')}.`)
  process.exitCode = 2
} else {
  try {
    await build(undefined, printOutcome)
    await tryDesktop(executable)
    console.log('The desktop app started, showed its sites behind its bridge, and closed.')
  } catch (error) {
    console.error(`The desktop app failed: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

async function tryDesktop(executablePath: string): Promise<void> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'switchyard-desktop-'))
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value ? [[key, value]] : [])))
  const app = await _electron.launch({
    executablePath,
    args: [projectRoot],
    env: { ...env, SWITCHYARD_DATA: dataFolder },
  })
  try {
    const problems: string[] = []
    const page = await app.firstWindow()
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    await page.waitForLoadState('load')
    const seen = await page.evaluate<Seen>(LOOK)
    expectEqual(seen.origin, 'app://bundle', 'origin of the page')
    expectEqual(seen.bridge, ['call', 'onEvent'], 'bridge')
    expectEqual(seen.hasNode, false, 'Node in the page')
    expectEqual(seen.siteCount, 498, 'number of sites')
    expectEqual(problems, [], 'errors of the page')
  } finally {
    await app.close()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 })
  }
}

interface Seen {
  readonly origin: string
  readonly bridge: string[]
  readonly hasNode: boolean
  readonly siteCount: number
}

/** Runs in the page, and is written as text because this program's own types know no page. */
const LOOK = `(async () => {
  const answer = await globalThis.switchyard.call('catalog.summary', {})
  return {
    origin: location.origin,
    bridge: Object.keys(globalThis.switchyard).sort(),
    hasNode: 'process' in globalThis || 'require' in globalThis,
    siteCount: answer.value?.siteCount,
  }
})()`

function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}.`)
  }
}
