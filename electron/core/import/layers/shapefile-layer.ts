import type { Geometry } from 'geojson'
import { AppError } from '../../../../shared/contract/errors.ts'
import { inSentence } from '../in-sentence.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { ZipEntry, ZipSource } from '../source/zip-source.ts'
import { type DbfTable, dbfTable } from './dbf-table.ts'
import type { LayerEvent, OpenedLayer } from './layer-feature.ts'
import { namedSystem } from './named-system.ts'
import { type ToDegrees, toDegrees } from './reproject.ts'
import { isShp, shpShapes } from './shp-shapes.ts'
import { walkPositions } from './walk-positions.ts'

/** The .shp parts of an archive, in any folder; what macOS puts beside them is left out. */
export function shpEntries(zip: ZipSource): readonly ZipEntry[] {
  return zip.entries.filter(({ name }) => /\.shp$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name))
}

/** Opens every shapefile in an archive, each a layer. @throws AppError bad_input for coordinates nothing explains. */
export async function openShapefiles(source: SourceFile, zip: ZipSource): Promise<OpenedLayer> {
  const entries = shpEntries(zip)
  const notes: string[] = []
  const files: Awaited<ReturnType<typeof openShapefile>>[] = []
  for (const entry of entries) files.push(await openShapefile(source, zip, entry, notes))
  function* events(): Generator<LayerEvent> {
    let row = 0
    for (const { layer, shp, table, reproject } of files) {
      let index = 0
      for (const shape of shpShapes(shp)) {
        row += 1
        const attributes = table ? table.row(index) : {}
        index += 1
        if (shape === undefined)
          yield { type: 'rejected', rejected: { row, column: 'geometry', reason: 'is a shape that cannot be read' } }
        else if (attributes === null)
          yield {
            type: 'rejected',
            rejected: { row, column: null, reason: 'has no row in the table, or a deleted one' },
          }
        else {
          const geometry = shape && reproject ? reproject(shape) : shape
          yield { type: 'feature', feature: { row, layer, geometry, attributes } }
        }
      }
    }
  }
  return { title: 'Shapefile', events: events(), notes }
}

async function openShapefile(source: SourceFile, zip: ZipSource, entry: ZipEntry, notes: string[]) {
  const base = entry.name.replace(/\.shp$/i, '')
  const part = async (extension: string) => {
    const found = zip.find(base + extension)
    return found ? await zip.read(found) : null
  }
  const shp = await zip.read(entry)
  if (!isShp(shp))
    throw new AppError(
      'bad_input',
      `"${source.name}" holds "${inSentence(entry.name)}", which is no shapefile; fetch it again and import that.`,
    )
  const prj = await part('.prj')
  const cpg = await part('.cpg')
  const dbf = await part('.dbf')
  const table: DbfTable | null = dbf && dbfTable(dbf, cpg && new TextDecoder().decode(cpg))
  if (!dbf) notes.push(`"${entry.name}" has no .dbf part, so its features have no attributes.`)
  else if (!table) notes.push(`The .dbf part of "${entry.name}" cannot be read, so its features have no attributes.`)
  const definition = prj && new TextDecoder().decode(prj)
  const layer = base.replace(/^.*\//, '')
  const named = namedSystem(source)
  const reproject = named === null ? reprojectionOf(source.name, entry.name, definition, shp, notes) : named
  return { layer, shp, table, reproject }
}

function reprojectionOf(
  fileName: string,
  shpName: string,
  definition: string | null,
  shp: Uint8Array,
  notes: string[],
): ToDegrees | undefined {
  if (definition !== null && definition.trim() !== '') {
    const found = toDegrees(definition)
    if (found === undefined)
      throw new AppError(
        'unknown_coordinates',
        `"${fileName}" is in coordinates that Switchyard does not know ("${inSentence(definition)}"); save it in longitude and latitude (EPSG:4326) and import that.`,
      )
    return found === 'degrees' ? undefined : found
  }
  if (!looksLikeDegrees(shp))
    throw new AppError(
      'unknown_coordinates',
      `"${fileName}" does not say which coordinates "${inSentence(shpName)}" is in, and they are no degrees; put its .prj file into the archive and import again.`,
    )
  notes.push(`"${shpName}" has no .prj part; its coordinates were taken as longitude and latitude.`)
  return undefined
}

function looksLikeDegrees(shp: Uint8Array): boolean {
  for (const shape of shpShapes(shp)) if (shape && !isInDegrees(shape)) return false
  return true
}

function isInDegrees(geometry: Geometry): boolean {
  let isInside = true
  walkPositions(geometry, ([x = 0, y = 0]) => {
    if (Math.abs(x) > 180 || Math.abs(y) > 180) isInside = false
  })
  return isInside
}
