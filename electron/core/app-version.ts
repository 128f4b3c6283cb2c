import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The version in the app's manifest, which lies two folders up from the sources and from the bundle alike. */
export function appVersion(): string {
  const file = path.join(import.meta.dirname, '../../package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
