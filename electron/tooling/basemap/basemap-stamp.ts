import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packageVersion, SOURCE_PACKAGES } from './source-topologies.ts'

const SHARED_SOURCES = ['areas/area-set.ts', 'basemap-layers.ts', 'label-set.ts', 'mercator.ts']

/** Changes when the basemap would come out differently: its sources' versions and the code that makes it. */
export function basemapStamp(): string {
  const hash = createHash('sha256')
  for (const name of SOURCE_PACKAGES) hash.update(`${name}@${packageVersion(name)}\n`)
  const here = import.meta.dirname
  const sources = readdirSync(here)
    .sort()
    .map((name) => path.join(here, name))
  const shared = SHARED_SOURCES.map((name) => path.join(here, '../../../shared/map', name))
  for (const file of [...sources, ...shared]) hash.update(readFileSync(file))
  return hash.digest('hex')
}
