import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import type { Db } from '../../db/database.ts'
import { geometryFigures } from '../../import/layers/geometry-figures.ts'
import { writeWkb } from '../../import/layers/write-wkb.ts'
import type { ExportedAnnotation } from './exported-annotations.ts'

/** Little-endian, without an envelope: readers find the box in the geometry. */
const FLAGS = 0b0000_0001
const HEAD_BYTES = 8

/** The layer `annotations` of a GeoPackage: points, lines and areas in one table. */
export function putAnnotations(
  db: Db,
  columns: readonly ExportColumn[],
  annotations: readonly ExportedAnnotation[],
  srsId: number,
): void {
  if (annotations.length === 0) return
  const names = columns.map(({ name }) => name)
  db.exec(`CREATE TABLE annotations (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY,
    ${columns.map(({ name, type }) => `${name} ${type === 'number' ? 'DOUBLE' : 'TEXT'}`).join(', ')})`)
  const put = db.prepare(
    `INSERT INTO annotations (geom, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`,
  )
  const bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { row, outline } of annotations) {
    const head = Buffer.alloc(HEAD_BYTES)
    head.write('GP', 'latin1')
    head[3] = FLAGS
    head.writeInt32LE(srsId, 4)
    put.run(Buffer.concat([head, writeWkb(outline)]), ...names.map((name) => row[name] ?? null))
    const figures = geometryFigures(outline)
    if (typeof figures === 'string') continue
    figures.box.forEach((value, side) => {
      bounds[side] = side < 2 ? Math.min(bounds[side] ?? value, value) : Math.max(bounds[side] ?? value, value)
    })
  }
  db.prepare(
    `INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
     VALUES ('annotations', 'features', 'Annotations', ?, ?, ?, ?, ?)`,
  ).run(...bounds, srsId)
  db.prepare(`INSERT INTO gpkg_geometry_columns VALUES ('annotations', 'geom', 'GEOMETRY', ?, 0, 0)`).run(srsId)
}
