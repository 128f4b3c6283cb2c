import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** True where the folder of published vectors lies beside the repository. Continuous integration must have it. */
export function hasSharedFolder(): boolean {
  const isThere = existsSync(`${FOLDER}model`)
  if (!isThere && process.env['CI'] === 'true')
    throw new Error('The folder ../shared with the published vectors is missing.')
  return isThere
}

export function readSharedJson(path: string): unknown {
  return JSON.parse(readFileSync(FOLDER + path, 'utf8'))
}
