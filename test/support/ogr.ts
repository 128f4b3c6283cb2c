import { spawnSync } from 'node:child_process'
import type { Feature } from 'geojson'

/** True where GDAL's ogrinfo and ogr2ogr are on the PATH. */
export const hasOgr: boolean = ['ogrinfo', 'ogr2ogr'].every((tool) => spawnSync(tool, ['--version']).status === 0)

/** Goes into a test's title, so that a run says what read the files back. */
export const OGR_NOTE: string = hasOgr ? 'and by ogrinfo' : 'and not by ogrinfo, which is not installed here'

export interface OgrLayer {
  readonly name: string
  readonly geometry: string
  readonly featureCount: number
  /** West, south, east, north; as ogrinfo prints them, to six decimals. */
  readonly extent: readonly number[]
  readonly fields: readonly string[]
  readonly features: readonly Feature[]
}

/** What GDAL reads of a file. */
export function ogrLayers(file: string): readonly OgrLayer[] {
  const [, ...sections] = run('ogrinfo', ['-ro', '-al', '-so', file]).split('Layer name: ')
  return sections.map((section) => {
    const name = section.slice(0, section.indexOf('\n')).trim()
    const featuresText = run('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', file, name])
    return {
      name,
      geometry: /^Geometry: (.*)$/m.exec(section)?.[1] ?? '',
      featureCount: Number(/^Feature Count: (\d+)$/m.exec(section)?.[1]),
      extent: (/^Extent: (.*)$/m.exec(section)?.[1]?.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number),
      fields: [...section.matchAll(/^([^:\s]+): (?:String|Real|Integer|Date)/gm)].map((match) => match[1] ?? ''),
      features: (JSON.parse(featuresText) as { features: Feature[] }).features,
    }
  })
}

function run(tool: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 256 * 1024 ** 2 })
  if (status !== 0 || /ERROR/.test(stderr)) throw new Error(`${tool}: ${stderr}`)
  return stdout
}
