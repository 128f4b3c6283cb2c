import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

interface Source {
  readonly file: string
  /** The code without its comments. */
  readonly code: string
}

function sourcesOf(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|js|html|css)$/.test(name) && !name.includes('node_modules'))
      .map((name) => {
        const file = path.join(folder, name)
        return { file, code: withoutComments(readFileSync(file, 'utf8')) }
      }),
  )
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}

/** The places where a pattern occurs. */
function places(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ file }) => file)
}

const electron = sourcesOf('electron')
const main = electron.filter(({ file }) => file.startsWith(path.join('electron', 'main')))
const renderer = sourcesOf('renderer')
const shared = sourcesOf('shared')

describe('the sources', () => {
  it('are found', () => {
    expect(main.length).toBeGreaterThan(10)
    expect(renderer.length).toBeGreaterThan(5)
    expect(shared.length).toBeGreaterThan(20)
  })

  it.each([
    /webSecurity:\s*false/,
    /allowRunningInsecureContent/,
    /experimentalFeatures/,
    /enableBlinkFeatures/,
    /appendSwitch|commandLine\b/,
    /sandbox:\s*false/,
    /contextIsolation:\s*false/,
    /nodeIntegration\w*:\s*true/,
    /webviewTag:\s*true/,
    /bypassCSP|allowServiceWorkers|corsEnabled/,
  ])('weaken no window: %s', (pattern) => {
    expect(places(main, pattern)).toEqual([])
  })

  it('listen on one IPC channel and never synchronously', () => {
    expect(places(main, /ipcMain\.handle\(/)).toEqual([path.join('electron', 'main', 'ipc.ts')])
    expect(places(main, /ipcMain\.(on|once|addListener|handleOnce)\(|sendSync|executeJavaScript/)).toEqual([])
  })

  it('never fork Electron, which the fuses forbid', () => {
    expect(places([...electron], /\bfork\(|ELECTRON_RUN_AS_NODE['"\]]?\s*[:=]\s*['"1]/)).toEqual([])
  })

  it('import Electron in its own folder alone', () => {
    const importing = places([...electron, ...renderer, ...shared], /(from|import|require)\s*\(?\s*['"]electron['"/]/)
    expect(importing.length).toBeGreaterThan(5)
    expect(importing.filter((file) => !file.startsWith(path.join('electron', 'main')))).toEqual([])
  })

  it('keep to the layers: core knows no host, and nothing knows the desktop shell', () => {
    const inFolder = (name: string) => electron.filter(({ file }) => file.startsWith(path.join('electron', name)))
    expect(places(inFolder('core'), /from\s+['"](\.\.\/)+(host|http|main|cli|tooling)\//)).toEqual([])
    for (const name of ['host', 'http', 'cli']) expect(places(inFolder(name), /from\s+['"](\.\.\/)+main\//)).toEqual([])
    expect(places(shared, /from\s+['"]node:|from\s+['"](\.\.\/)+(electron|renderer)\//)).toEqual([])
    expect(places(renderer, /from\s+['"]node:|from\s+['"](\.\.\/)+electron\//).filter(isPageCode)).toEqual([])
  })

  it('put imported text into the page as text, never as markup', () => {
    const markup =
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment/
    expect(places(renderer, markup)).toEqual([])
  })

  it('run no text as code', () => {
    expect(places([...electron, ...renderer, ...shared], /\beval\(|new Function\(/)).toEqual([])
  })
})

/** The bundler's own configuration runs in Node. */
function isPageCode(file: string): boolean {
  return file.startsWith(path.join('renderer', 'src'))
}
