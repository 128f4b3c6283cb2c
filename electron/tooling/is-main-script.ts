import { realpathSync } from 'node:fs'
import process from 'node:process'

/**
 * Whether the file is the script that was asked for, and not imported by another. `import.meta.main` would not do:
 * the launcher imports the script where the system's Node.js is new enough, and is then the main module itself.
 */
export function isMainScript(fileName: string): boolean {
  const asked = process.argv[1]
  if (asked === undefined) return false
  try {
    return realpathSync(asked) === realpathSync(fileName)
  } catch {
    return false
  }
}
