import type { Geometry } from 'geojson'
import { csvLine } from '../csv-cell.ts'
import { writeInPlace } from '../write-in-place.ts'
import { dbfFile } from './dbf-file.ts'
import type { ExportContent, ExportRow } from './export-content.ts'
import { annotationColumns, type ExportedAnnotation } from './exported-annotations.ts'
import { shortNames } from './short-names.ts'
import { shpFile } from './shp-file.ts'
import { shpOutlines } from './shp-outlines.ts'
import { WGS84_WKT } from './wgs84-wkt.ts'
import { zipParts } from './zip-parts.ts'

/**
 * A zip with the parts of one shapefile, a table that says which column each short name stands for, and where drawings
 * go out too, a shapefile each for their points, lines and areas.
 */
export async function writeShapefile(outputFile: string, content: ExportContent): Promise<void> {
  const rows: ExportRow[] = []
  const points: (readonly [number, number] | null)[] = []
  for await (const { row, position } of content.sites()) {
    rows.push(row)
    points.push(position)
  }
  const shorts = shortNames(content.columns.map((column) => column.name))
  const fields = content.columns.map(({ name, type }) => ({
    name: shorts.get(name) ?? name,
    type,
    values: rows.map((row) => row[name] ?? null),
  }))
  const mapping = [
    csvLine(['field', 'column', 'label']),
    ...content.columns.map(({ name, label }) => csvLine([shorts.get(name) ?? name, name, label])),
  ]
  const { shp, shx } = shpFile(points)
  const zip = zipParts({
    'switchyard-sites.shp': shp,
    'switchyard-sites.shx': shx,
    'switchyard-sites.dbf': dbfFile(fields, rows.length),
    'switchyard-sites.prj': Buffer.from(WGS84_WKT),
    'switchyard-sites.cpg': Buffer.from('UTF-8'),
    'switchyard-sites-fields.csv': Buffer.from(mapping.join('')),
    ...annotationShapefiles(content),
  })
  await writeInPlace(outputFile, async (handle) => {
    await handle.write(zip)
  })
}

function annotationShapefiles({ annotations, profile }: ExportContent): Record<string, Uint8Array> {
  const kinds = Map.groupBy(annotations, ({ outline }) => kindOf(outline))
  return Object.assign({}, ...[...kinds].map(([kind, members]) => shapefileOf(kind, members, profile)))
}

function shapefileOf(
  kind: 'points' | 'lines' | 'areas',
  members: readonly ExportedAnnotation[],
  profile: ExportContent['profile'],
): Record<string, Uint8Array> {
  const columns = annotationColumns(profile)
  const shorts = shortNames(columns.map(({ name }) => name))
  const fields = columns.map(({ name, type }) => ({
    name: shorts.get(name) ?? name,
    type,
    values: members.map(({ row }) => row[name] ?? null),
  }))
  const outlines = members.map(({ outline }) => outline)
  const { shp, shx } = kind === 'points' ? shpFile(outlines.map(placeOf)) : shpOutlines(kind, outlines)
  const base = `switchyard-annotations-${kind}`
  return {
    [`${base}.shp`]: shp,
    [`${base}.shx`]: shx,
    [`${base}.dbf`]: dbfFile(fields, members.length),
    [`${base}.prj`]: Buffer.from(WGS84_WKT),
    [`${base}.cpg`]: Buffer.from('UTF-8'),
  }
}

function kindOf({ type }: Geometry): 'points' | 'lines' | 'areas' {
  return type === 'Point' ? 'points' : type === 'LineString' ? 'lines' : 'areas'
}

function placeOf(geometry: Geometry): readonly [number, number] | null {
  if (geometry.type !== 'Point') return null
  const [x = 0, y = 0] = geometry.coordinates
  return [x, y]
}
