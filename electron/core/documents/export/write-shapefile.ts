import { csvLine } from '../csv-cell.ts'
import { writeInPlace } from '../write-in-place.ts'
import { dbfFile } from './dbf-file.ts'
import type { ExportContent, ExportRow } from './export-content.ts'
import { shortNames } from './short-names.ts'
import { shpFile } from './shp-file.ts'
import { WGS84_WKT } from './wgs84-wkt.ts'
import { zipParts } from './zip-parts.ts'

/** A zip with the parts of one shapefile and a table that says which column each short name stands for. */
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
  })
  await writeInPlace(outputFile, async (handle) => {
    await handle.write(zip)
  })
}
