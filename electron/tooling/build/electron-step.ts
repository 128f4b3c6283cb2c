import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { projectRoot } from '../project-root.ts'
import type { BuildStep } from './build-step.ts'
import { licenseNotices } from './license-notices.ts'
import { assertRequiresOnly } from './requires.ts'

const OUTPUT = 'dist/electron'

/**
 * CommonJS on purpose: Electron waits for an ES module entry to be evaluated before it is ready, so a top-level
 * await of readiness would hang for ever; esbuild refuses top-level await in this format while it builds.
 */
const COMMON = {
  absWorkingDir: projectRoot,
  bundle: true,
  charset: 'utf8',
  external: ['electron', 'better-sqlite3'],
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'warning',
  logOverride: { 'empty-import-meta': 'error' },
  outdir: OUTPUT,
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  target: 'node24',
} as const satisfies BuildOptions

const IMPORT_META = {
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: {
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
    'import.meta.url': 'importMetaUrl',
  },
} as const satisfies BuildOptions

/** What Electron loads: the main process, the window's preload, and the workers of catalog and tiles. */
export const electronStep: BuildStep = {
  name: 'electron',
  inputs: [
    'electron/main',
    'electron/core',
    'electron/host',
    'electron/tooling/build/electron-step.ts',
    'electron/tooling/build/license-notices.ts',
    'electron/tooling/build/requires.ts',
    'shared',
    'package.json',
    'package-lock.json',
  ],
  outputs: [
    ...['main', 'preload', 'core-worker', 'tile-worker'].map((name) => `${OUTPUT}/${name}.cjs`),
    `${OUTPUT}/licenses.md`,
  ],
  async run() {
    const { metafile } = await build({
      ...COMMON,
      ...IMPORT_META,
      metafile: true,
      entryPoints: [
        { in: 'electron/main/main.ts', out: 'main' },
        { in: 'electron/core/worker.ts', out: 'core-worker' },
        { in: 'electron/core/tiles/tile-worker.ts', out: 'tile-worker' },
      ],
    })
    writeFileSync(path.join(projectRoot, OUTPUT, 'licenses.md'), licenseNotices(metafile))
    // A sandboxed preload has no file system and no node: modules, so it gets no banner either.
    await build({ ...COMMON, entryPoints: [{ in: 'electron/main/preload.ts', out: 'preload' }] })
    const preload = readFileSync(path.join(projectRoot, OUTPUT, 'preload.cjs'), 'utf8')
    assertRequiresOnly(preload, ['electron'], 'preload.cjs')
  },
}
