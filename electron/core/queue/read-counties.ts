import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CountyIndex } from '../../../shared/domain/queue/county-match.ts'

const INDICES = new Map<string, CountyIndex>()

/** The counties of the United States by name, from the reference folder; none where it has no list of them. */
export function readCounties(referenceFolder: string): CountyIndex {
  let index = INDICES.get(referenceFolder)
  if (!index) {
    index = new CountyIndex(
      countyLines(referenceFolder).map((line) => {
        const [fips = '', state = '', name = ''] = line.split(',')
        return { fips, state, name }
      }),
    )
    INDICES.set(referenceFolder, index)
  }
  return index
}

function countyLines(referenceFolder: string): string[] {
  try {
    return readFileSync(path.join(referenceFolder, 'us_counties.csv'), 'utf8').trimEnd().split(/\r?\n/).slice(1)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
