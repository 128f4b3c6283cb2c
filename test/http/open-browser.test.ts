import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openBrowser, openCommand, writeRedirect } from '../../electron/http/open-browser.ts'
import { tempFolder } from '../support/temp-folder.ts'

const launchUrl = `http://127.0.0.1:4000/#launch=${'t'.repeat(43)}`

afterEach(() => vi.unstubAllEnvs())

/** Puts a program named xdg-open first on the path that notes what it was called with. */
function standInOpener(exitCode: number): string {
  const folder = tempFolder()
  const notes = path.join(folder, 'notes')
  writeFileSync(path.join(folder, 'xdg-open'), `#!/bin/sh\necho "$@" > "${notes}"\nexit ${exitCode}\n`)
  chmodSync(path.join(folder, 'xdg-open'), 0o755)
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env['PATH']}`)
  vi.stubEnv('DISPLAY', ':0')
  return notes
}

describe('H11 the launch address', () => {
  it('reaches the browser through a file of the user alone, never a command line', async () => {
    const file = writeRedirect(launchUrl, tempFolder())
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toContain(`content="0; url=${launchUrl}"`)
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(openCommand(platform, file).flat().join(' ')).not.toContain('launch=')
  })

  it('is opened by the program that each system opens files with', () => {
    expect(openCommand('linux', '/run/a b.html')).toEqual(['xdg-open', ['/run/a b.html']])
    expect(openCommand('darwin', '/run/a b.html')).toEqual(['open', ['/run/a b.html']])
    expect(openCommand('win32', 'C:\\a b.html')).toEqual(['cmd.exe', ['/d', '/s', '/c', '"start "" "C:\\a b.html""']])
  })

  it.runIf(process.platform === 'linux')('is handed to the opener, and its file taken away afterwards', async () => {
    const notes = standInOpener(0)
    const folder = path.join(tempFolder(), 'runtime')
    const opened = await openBrowser(launchUrl, folder)
    expect(opened.isOpening).toBe(true)
    const [name = ''] = readdirSync(folder)
    expect(readFileSync(notes, 'utf8').trim()).toBe(path.join(folder, name))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    opened.cleanUp()
    expect(readdirSync(folder)).toEqual([])
  })

  it.runIf(process.platform === 'linux')('leaves no file where no browser opens', async () => {
    standInOpener(3)
    const folder = tempFolder()
    expect((await openBrowser(launchUrl, folder)).isOpening).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  it.runIf(process.platform === 'linux')('starts nothing without a display', async () => {
    const notes = standInOpener(0)
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    expect((await openBrowser(launchUrl, tempFolder())).isOpening).toBe(false)
    expect(existsSync(notes)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('takes away files that ended processes left, and no newer one', async () => {
    standInOpener(0)
    const folder = tempFolder()
    const [old, recent] = [writeRedirect(launchUrl, folder), writeRedirect(launchUrl, folder)]
    const twoMinutesAgo = Date.now() / 1_000 - 120
    utimesSync(old, twoMinutesAgo, twoMinutesAgo)
    await openBrowser(launchUrl, folder)
    expect([existsSync(old), existsSync(recent)]).toEqual([false, true])
  })
})
