import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot } from '../project-root.ts'
import { BASEMAP_FILES, BASEMAP_FOLDER } from './basemap-step.ts'
import type { BuildStep } from './build-step.ts'

const OUTPUT = 'dist/renderer'

/** The page with its basemap: vite empties the folder first, so the basemap is copied in after it. */
export const rendererStep: BuildStep = {
  name: 'renderer',
  inputs: [
    'renderer',
    'shared',
    'package-lock.json',
    'electron/tooling/build/renderer-step.ts',
    ...BASEMAP_FILES.map((name) => `${BASEMAP_FOLDER}/${name}`),
  ],
  outputs: [`${OUTPUT}/index.html`, ...BASEMAP_FILES.map((name) => `${OUTPUT}/basemap/${name}`)],
  async run() {
    const { build } = await import('vite')
    const former = process.env['NODE_ENV']
    // A build that a test starts would otherwise take React's development copy, a quarter larger and slower.
    process.env['NODE_ENV'] = 'production'
    try {
      await build({
        configFile: path.join(projectRoot, 'renderer', 'vite.config.ts'),
        mode: 'production',
        logLevel: 'warn',
        build: { outDir: path.join(projectRoot, OUTPUT), emptyOutDir: true },
      })
    } finally {
      if (former === undefined) delete process.env['NODE_ENV']
      else process.env['NODE_ENV'] = former
    }
    const folder = path.join(projectRoot, OUTPUT, 'basemap')
    mkdirSync(folder, { recursive: true })
    for (const name of BASEMAP_FILES)
      copyFileSync(path.join(projectRoot, BASEMAP_FOLDER, name), path.join(folder, name))
  },
}
