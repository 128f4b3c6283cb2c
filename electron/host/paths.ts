import { chmodSync, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ResourceFolders } from '../core/resource-folders.ts'

// Two folders up both from electron/host, as source, and from dist/electron, bundled.
const appFolder = path.resolve(import.meta.dirname, '..', '..')

/** What the folders depend on, so that a test can stand on another system. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: os.homedir() })

/** Where catalog, settings and log lie: SWITCHYARD_DATA, else where the system keeps a user's application data. */
export function userDataFolder({ platform, env, home }: Surroundings = here()): string {
  const named = env['SWITCHYARD_DATA']
  if (named) return path.resolve(named)
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Switchyard')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Switchyard')
  const xdg = env['XDG_DATA_HOME']
  // The XDG specification tells us to ignore a relative one.
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'share'), 'switchyard')
}

/** Where files lie that live no longer than a running host. */
export function runtimeFolder(surroundings: Surroundings = here()): string {
  const { platform, env } = surroundings
  const xdg = env['XDG_RUNTIME_DIR']
  const isOwnPlace = env['SWITCHYARD_DATA'] || platform === 'win32' || platform === 'darwin' || !xdg
  if (isOwnPlace || !path.isAbsolute(xdg)) return path.join(userDataFolder(surroundings), 'runtime')
  return path.join(xdg, 'switchyard')
}

/** The catalog that opens when none is named. */
export function defaultCatalogFile(dataFolder: string = userDataFolder()): string {
  return path.join(dataFolder, 'catalog.sqlite')
}

/**
 * The files that ship with the app: in the repository when run from source, in `packagedResources` (Electron's
 * `process.resourcesPath`) once packaged.
 */
export function resourceFolders(packagedResources?: string): ResourceFolders {
  if (packagedResources !== undefined)
    return {
      reference: path.join(packagedResources, 'reference'),
      basemap: path.join(packagedResources, 'basemap'),
      fonts: path.join(packagedResources, 'fonts'),
    }
  return {
    reference: path.join(appFolder, 'data', 'reference'),
    basemap: path.join(appFolder, 'dist', 'renderer', 'basemap'),
    fonts: path.join(appFolder, 'dist', 'fonts'),
  }
}

/** The built page. */
export function rendererFolder(): string {
  return path.join(appFolder, 'dist', 'renderer')
}

/** The manifest that names the app's version. */
export function packageFile(): string {
  return path.join(appFolder, 'package.json')
}

/**
 * Makes a folder that only the user can enter. One that exists is left as it is: SWITCHYARD_DATA may name a folder
 * that others use too, and each of our files is private by itself.
 */
export function ensurePrivateFolder(folder: string): string {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The umask may have taken bits away, never added any; a folder made just now is ours to set.
  if (made !== undefined) chmodSync(folder, 0o700)
  return folder
}
