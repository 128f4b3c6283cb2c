import { readFileSync } from 'node:fs'
import { packageFile } from './paths.ts'

/** The version in the app's manifest. */
export function appVersion(): string {
  return (JSON.parse(readFileSync(packageFile(), 'utf8')) as { version: string }).version
}
