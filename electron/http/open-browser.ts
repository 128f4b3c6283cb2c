import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensurePrivateFolder } from '../host/paths.ts'
import { LAUNCH_LIFE_MS } from './session.ts'

const SURELY_STARTED_MS = 2_000

export interface OpenedBrowser {
  /** False where no program to open the page with was found. */
  readonly isOpening: boolean
  /** Takes the redirecting file away. */
  cleanUp(): void
}

/**
 * Opens the user's browser at a launch address. The address itself never stands on a command line, which every user
 * of the machine could read: the browser is given a file that only its owner can read and that leads on to it.
 */
export async function openBrowser(launchUrl: string, runtimeFolder: string): Promise<OpenedBrowser> {
  const isWithoutDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  if (isWithoutDisplay) return { isOpening: false, cleanUp: () => undefined }
  const folder = snapFolder() ?? ensurePrivateFolder(runtimeFolder)
  removeStale(folder)
  const file = writeRedirect(launchUrl, folder)
  const cleanUp = () => rmSync(file, { force: true })
  const isOpening = await start(...openCommand(process.platform, file))
  if (!isOpening) cleanUp()
  return { isOpening, cleanUp }
}

/** Writes the file that leads to `launchUrl`, readable by its owner alone, and returns its path. */
export function writeRedirect(launchUrl: string, folder: string): string {
  const file = path.join(folder, `switchyard-open-${randomUUID()}.html`)
  const page = `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${launchUrl}">
<title>Switchyard</title>
<p><a href="${launchUrl}" rel="noreferrer">Open Switchyard</a></p>
`
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' })
  return file
}

/** The program and its arguments that open a file the way a double click does. */
export function openCommand(platform: NodeJS.Platform, file: string): [string, string[]] {
  if (platform === 'darwin') return ['open', [file]]
  // The empty text is the window's title, which `start` would otherwise take the quoted path for.
  if (platform === 'win32') return ['cmd.exe', ['/d', '/s', '/c', `"start "" "${file}""`]]
  return ['xdg-open', [file]]
}

/** Whether the program started and did not give up at once, as xdg-open does where it knows no browser. */
function start(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsVerbatimArguments: true })
    child.unref()
    const settle = (isOpening: boolean) => {
      clearTimeout(timer)
      resolve(isOpening)
    }
    const timer = setTimeout(() => settle(true), SURELY_STARTED_MS)
    child.once('error', () => settle(false))
    child.once('exit', (code) => settle(code === 0))
  })
}

/** Files of processes that ended before their minute was over. */
function removeStale(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => /^switchyard-open-[0-9a-f-]{36}\.html$/.test(each))) {
    const file = path.join(folder, name)
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > LAUNCH_LIFE_MS) rmSync(file, { force: true })
  }
}

/** The one folder that a browser packed as a snap can read when it is the default one, as on Ubuntu; else null. */
function snapFolder(): string | null {
  if (process.platform !== 'linux' || !existsSync('/snap')) return null
  try {
    const entry = execFileSync('xdg-settings', ['get', 'default-web-browser'], { encoding: 'utf8', timeout: 2_000 })
    const snap = /^([a-z0-9-]+)_[\w-]+\.desktop\s*$/.exec(entry)?.[1]
    const folder = snap === undefined ? null : path.join(os.homedir(), 'snap', snap, 'common')
    return folder !== null && existsSync(folder) ? folder : null
  } catch {
    return null
  }
}
