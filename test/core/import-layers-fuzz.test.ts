import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { dbfTable } from '../../electron/core/import/layers/dbf-table.ts'
import { geometryFigures } from '../../electron/core/import/layers/geometry-figures.ts'
import { kmlCoordinates } from '../../electron/core/import/layers/kml-coordinates.ts'
import { openKml } from '../../electron/core/import/layers/kml-layer.ts'
import { readWkb } from '../../electron/core/import/layers/read-wkb.ts'
import { shpShapes } from '../../electron/core/import/layers/shp-shapes.ts'
import { wktGeometry } from '../../electron/core/import/layers/wkt-geometry.ts'
import { writeWkb } from '../../electron/core/import/layers/write-wkb.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { exportTo } from '../support/export-case.ts'
import { stageContent } from '../support/stage-layer.ts'
import { tempFolder } from '../support/temp-folder.ts'

const degrees = { x: fc.double({ min: -180, max: 180, noNaN: true }), y: fc.double({ min: -90, max: 90, noNaN: true }) }
const position = fc.tuple(degrees.x, degrees.y)
const line = fc.array(position, { minLength: 2, maxLength: 6 })
const ring = fc.array(position, { minLength: 4, maxLength: 6 })
const simple = fc.oneof(
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  fc.array(ring, { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  fc
    .array(position, { minLength: 1, maxLength: 4 })
    .map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
  fc
    .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
)
const geometry = fc.oneof(
  simple,
  fc
    .array(simple, { minLength: 1, maxLength: 3 })
    .map((geometries) => ({ type: 'GeometryCollection' as const, geometries })),
)

/** Bytes with some of them changed, and cut. */
const mutated = (bytes: Uint8Array) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 }),
      fc.oneof({ weight: 3, arbitrary: fc.constant(bytes.length) }, fc.nat(bytes.length)),
    )
    .map(([changes, length]) => {
      const copy = Uint8Array.from(bytes)
      for (const [at, value] of changes) copy[at] = value
      return copy.subarray(0, length)
    })

test('a geometry comes back from well-known binary as it was', () => {
  fc.assert(
    fc.property(geometry, (each) => {
      expect(readWkb(writeWkb(each))).toEqual(each)
    }),
  )
})

test('well-known binary with wrong bytes is read or refused, and never throw', () => {
  const wkb = writeWkb({
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ],
  })
  fc.assert(
    fc.property(mutated(wkb), (bytes) => void readWkb(bytes)),
    { numRuns: 2_000 },
  )
})

test('texts of coordinates and of geometries are read or refused, and never throw', () => {
  const sign = fc.constantFrom(
    '-97.5',
    ',',
    ' ',
    '\n',
    '31',
    '(',
    ')',
    'POINT',
    'POLYGON',
    'MULTI',
    'Z',
    '.',
    'e9',
    '-',
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const text = signs.join('')
      for (const each of kmlCoordinates(text)) expect(each).toHaveLength(2)
      const read = wktGeometry(text)
      if (read) expect(typeof geometryFigures(read)).toMatch(/object|string/)
    }),
    { numRuns: 2_000 },
  )
})

test('KML of any tags is read, or refused in one sentence', () => {
  const piece = fc.constantFrom(
    '<kml>',
    '</kml>',
    '<Placemark>',
    '</Placemark>',
    '<Point>',
    '<coordinates>1,2</coordinates>',
    '</Point>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#x10FFFF;',
    '<a b="c"/>',
    '<?x?>',
    '"',
    '<',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      try {
        for (const event of openKml('a.kml', pieces.join('')).events as Iterable<{ type: string }>)
          expect(['feature', 'rejected']).toContain(event.type)
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('files with wrong bytes leave no other trace than a sentence', async () => {
  const folder = tempFolder()
  const files = { kml: 'a.kml', kmz: 'a.kmz', gpkg: 'a.gpkg', shp: 'a.zip', geojson: 'a.json' } as const
  for (const [format, name] of Object.entries(files)) {
    const file = path.join(folder, name)
    await exportTo(file, format as keyof typeof files)
    const bytes = readFileSync(file)
    await fc.assert(
      fc.asyncProperty(mutated(bytes), async (changed) => {
        const failure = await stageContent(name, changed).then(
          () => null,
          (error: unknown) => error,
        )
        if (failure !== null) expect(failure).toBeInstanceOf(AppError)
      }),
      { numRuns: 25 },
    )
  }
}, 120_000)

test('parts of a shapefile with wrong bytes are read or refused, and never throw', async () => {
  const file = path.join(tempFolder(), 'a.zip')
  await exportTo(file, 'shp')
  const parts = unzipSync(readFileSync(file))
  const shp = parts['switchyard-sites.shp'] ?? new Uint8Array()
  const dbf = parts['switchyard-sites.dbf'] ?? new Uint8Array()
  fc.assert(
    fc.property(mutated(shp), (bytes) => void [...shpShapes(bytes)]),
    { numRuns: 1_000 },
  )
  fc.assert(
    fc.property(mutated(dbf), (bytes) => {
      const table = dbfTable(bytes, null)
      for (let row = 0; row < Math.min(table?.rowCount ?? 0, 10); row += 1) table?.row(row)
    }),
    { numRuns: 1_000 },
  )
})
