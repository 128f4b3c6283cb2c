import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../project-root.ts'
import type { BuildStep } from './build-step.ts'

const SOURCE = 'node_modules/@expo-google-fonts/noto-sans'

/** The cuts that a memo uses, and the licence that must travel with them. */
const FILES = [
  ['400Regular/NotoSans_400Regular.ttf', 'NotoSans_400Regular.ttf'],
  ['600SemiBold/NotoSans_600SemiBold.ttf', 'NotoSans_600SemiBold.ttf'],
  ['LICENSE_FONT', 'LICENSE_FONT'],
] as const

export const fontsStep: BuildStep = {
  name: 'fonts',
  inputs: [`${SOURCE}/package.json`, 'electron/tooling/build/fonts-step.ts'],
  outputs: FILES.map(([, name]) => `dist/fonts/${name}`),
  async run() {
    const folder = path.join(projectRoot, 'dist', 'fonts')
    // The whole folder is shipped, so nothing of an earlier list may stay in it.
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    for (const [source, name] of FILES) copyFileSync(path.join(projectRoot, SOURCE, source), path.join(folder, name))
  },
}
