import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))

/** Real files of publishers and what an independent reader found in them. Continuous integration must have them. */
export function sampleFiles(area: string): { file: string; name: string; truth: () => unknown }[] {
  if (!existsSync(FOLDER)) {
    if (process.env['CI'] === 'true') throw new Error('The folder ../shared/samples is missing.')
    return []
  }
  return readdirSync(path.join(FOLDER, area), { recursive: true, encoding: 'utf8' })
    .filter((name) => existsSync(path.join(FOLDER, area, `${name}.truth.json`)))
    .map((name) => {
      const file = path.join(FOLDER, area, name)
      return { file, name, truth: () => JSON.parse(readFileSync(`${file}.truth.json`, 'utf8')) as unknown }
    })
}
