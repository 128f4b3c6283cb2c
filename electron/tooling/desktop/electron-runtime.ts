import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot } from '../project-root.ts'

/** Electron's npm package, which holds no runtime until one is fetched. */
export const electronPackage = path.join(projectRoot, 'node_modules', 'electron')

/**
 * The Electron executable of this machine, or null when none is there. Reads what the package's own index reads, but
 * never loads it: it would start a download.
 */
export function electronExecutable(
  folder: string = electronPackage,
  env: NodeJS.ProcessEnv = process.env,
): string | null {
  const pathFile = path.join(folder, 'path.txt')
  const relative = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : defaultExecutable()
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  const file = path.join(override || path.join(folder, 'dist'), relative)
  return existsSync(file) ? file : null
}

function defaultExecutable(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
