#!/usr/bin/env node
// The `switchyard` command: starts the command line on a Node.js that can load SQLite, from any folder.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
process.argv.splice(2, 0, path.resolve(here, '..', 'cli', 'main.ts'))
await import('./with-node.js')
