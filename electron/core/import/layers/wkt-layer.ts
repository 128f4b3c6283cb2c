import type { Geometry } from 'geojson'
import { columnKey } from '../column-key.ts'
import type { SourceFile } from '../source/source-file.ts'
import { geojsonGeometry } from './geojson-geometry.ts'
import type { LayerEvent, OpenedLayer } from './layer-feature.ts'
import { readWkb } from './read-wkb.ts'
import { looksLikeWkt, wktGeometry } from './wkt-geometry.ts'

const GEOMETRY_NAMES = new Set(['wkt', 'geom', 'geometry', 'thegeom', 'wkbgeometry', 'shape', 'wkb', 'geojson'])

/** The number of the column that holds geometries; -1 where a table has none. */
export function geometryColumn(header: readonly string[], first: readonly string[]): number {
  return header.findIndex((name, index) => {
    return GEOMETRY_NAMES.has(columnKey(name)) && cellGeometry(first[index] ?? '') !== null
  })
}

/** A table with a column of geometries: well-known text, well-known binary in hexadecimal digits, or GeoJSON. */
export async function openGeometryTable(source: SourceFile): Promise<OpenedLayer> {
  const table = await source.csv()
  return { title: 'Table of geometries', events: tableEvents(), notes: [] }

  async function* tableEvents(): AsyncGenerator<LayerEvent> {
    const layer = source.name.replace(/\.[^.]*$/, '')
    let column = -1
    for await (const { rows } of table.batches())
      for (const { rowNumber: row, cells } of rows) {
        if (column < 0) column = geometryColumn(table.header, cells)
        const text = cells[column] ?? ''
        const geometry = text.trim() === '' ? null : cellGeometry(text)
        if (geometry === null && text.trim() !== '') {
          const reason = 'is not well-known text, well-known binary or GeoJSON'
          yield { type: 'rejected', rejected: { row, column: table.header[column] ?? null, reason } }
          continue
        }
        const attributes = Object.fromEntries(
          table.header.flatMap((name, index) => (index === column ? [] : [[name, cells[index] ?? null]])),
        )
        yield { type: 'feature', feature: { row, layer, geometry, attributes } }
      }
  }
}

/** A text of geometries as well-known text, one a line. */
export async function openWktLines(source: SourceFile): Promise<OpenedLayer> {
  const text = await (await source.text()).all()
  return { title: 'Well-known text', events: lineEvents(), notes: [] }

  function* lineEvents(): Iterable<LayerEvent> {
    const layer = source.name.replace(/\.[^.]*$/, '')
    for (const [index, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue
      const geometry = wktGeometry(line)
      if (geometry) yield { type: 'feature', feature: { row: index + 1, layer, geometry, attributes: {} } }
      else yield { type: 'rejected', rejected: { row: index + 1, column: null, reason: 'is not well-known text' } }
    }
  }
}

function cellGeometry(text: string): Geometry | null {
  const trimmed = text.trim()
  if (looksLikeWkt(trimmed)) return wktGeometry(trimmed)
  if (/^0[01][\dA-F]{8,}$/i.test(trimmed)) return readWkb(Buffer.from(trimmed, 'hex'))
  if (!trimmed.startsWith('{')) return null
  try {
    return geojsonGeometry(JSON.parse(trimmed))
  } catch {
    return null
  }
}
