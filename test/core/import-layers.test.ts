import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Database } from '../../electron/core/db/database.ts'
import { dbfFile } from '../../electron/core/documents/export/dbf-file.ts'
import { shpFile } from '../../electron/core/documents/export/shp-file.ts'
import { peekStaged, stageContent } from '../support/stage-layer.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

const kml = (inside: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`
const point = (coordinates: string) =>
  kml(`<Placemark><Point><coordinates>${coordinates}</coordinates></Point></Placemark>`)

/** A shapefile of points in an archive, with the parts that are given. */
function shapefile(points: readonly [number, number][], parts: Readonly<Record<string, string>>, base = 'Layer/Sites') {
  const { shp, shx } = shpFile(points)
  const names = points.map((_, index) => `Größe ${index}`)
  return zipSync({
    [`${base}.SHP`]: shp,
    [`${base}.shx`]: shx,
    [`${base}.Dbf`]: dbfFile([{ name: 'NAME', type: 'text', values: names }], points.length),
    [`__MACOSX/${base}.shp`]: strToU8('not a shapefile'),
    ...Object.fromEntries(Object.entries(parts).map(([extension, text]) => [base + extension, strToU8(text)])),
  })
}

async function placesOf(name: string, content: string | Uint8Array) {
  const staged = await stageContent(name, content)
  return { ...staged, features: peekStaged(staged.db) }
}

describe('KML', () => {
  test.each([
    ['as it should be', '-97.5,31.25,0'],
    ['with blanks and line breaks', '\n   -97.5, 31.25 , 0\n  '],
    ['with decimal commas', '-97,5 31,25'],
    ['with decimal commas and an altitude', '-97,5,31,25,0,0'],
  ])('reads a position %s', async (_, coordinates) => {
    const { features } = await placesOf('a.kml', point(coordinates))
    expect(features[0]).toMatchObject({ west: -97.5, south: 31.25 })
  })

  test('reads positions apart by commas alone', async () => {
    const line =
      '<Placemark><LineString><coordinates>-97.5,31.25,0,-97.25,31.5,0</coordinates></LineString></Placemark>'
    const { features } = await placesOf('a.kml', kml(line))
    expect(features[0]).toMatchObject({ vertices: 2, west: -97.5, east: -97.25, south: 31.25, north: 31.5 })
  })

  test('keeps folders, colours, extended data and tables in descriptions, and follows nothing', async () => {
    const { features, recognised } = await placesOf(
      'a.kml',
      kml(
        `<Style id="s"><LineStyle><color>ff0a141e</color></LineStyle><IconStyle><Icon><href>C:\\pins\\a.png</href></Icon></IconStyle></Style>
         <StyleMap id="m"><Pair><key>normal</key><styleUrl>#s</styleUrl></Pair></StyleMap>
         <Folder><name>Deals</name><Folder><name>Texas</name><Placemark><name>A &amp; B</name><styleUrl>#m</styleUrl>
         <ExtendedData><Data name="mw"><value>120</value></Data></ExtendedData>
         <description><![CDATA[<table><tr><td>APN:</td><td>12-3</td></tr></table>]]></description>
         <Point><coordinates>1,2</coordinates></Point></Placemark></Folder></Folder>
         <NetworkLink><Link><href>http://example.com/more.kml</href></Link></NetworkLink>`,
      ),
    )
    expect(features[0]).toMatchObject({ name: 'A & B' })
    expect(JSON.parse(features[0]?.attributes ?? '')).toEqual({
      name: 'A & B',
      folder: 'Deals / Texas',
      color: '#1e140a',
      APN: '12-3',
      mw: '120',
    })
    expect(recognised.notes).toEqual([
      'A link to other files was not followed; import those files themselves.',
      'Symbols that are files of another computer, such as "C:\\pins\\a.png", were not read; points take the look that the layer is given here.',
    ])
  })

  test('comes zipped too, its first document at the root', async () => {
    const kmz = zipSync({
      'images/x.png': strToU8('x'),
      'doc.kml': strToU8(point('1,2')),
      'more/b.kml': strToU8('<kml/>'),
    })
    const { features, recognised } = await placesOf('renamed.bin', kmz)
    expect(recognised.format).toBe('layer.kml')
    expect(features).toHaveLength(1)
  })
})

describe('A shapefile', () => {
  test('is read with names in any case, and with the code page that is named or found', async () => {
    const { features, recognised } = await placesOf('a.zip', shapefile([[-97.5, 31.25]], { '.CPG': 'UTF-8' }))
    expect(features[0]).toMatchObject({ layer: 'Sites', name: 'Größe 0', west: -97.5, south: 31.25 })
    expect(recognised.notes).toEqual([
      '"Layer/Sites.SHP" has no .prj part; its coordinates were taken as longitude and latitude.',
    ])
    expect((await placesOf('a.zip', shapefile([[1, 2]], {}))).features[0]?.name).toBe('Größe 0')
  })

  test('in metres is put into degrees by its .prj', async () => {
    const utm =
      'PROJCS["WGS_1984_UTM_Zone_14N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",-99],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["Meter",1]]'
    const { features } = await placesOf('a.zip', shapefile([[500_000, 3_320_113]], { '.prj': utm }))
    expect(features[0]?.west).toBeCloseTo(-99, 6)
    expect(features[0]?.south).toBeCloseTo(30.01, 1)
  })
})

describe('A map whose coordinates the user names', () => {
  const utm = shapefile([[500_000, 3_320_113]], {})
  const start = async (coordinateSystem: string, format?: string) => {
    const catalog = tempCatalog()
    const grant = catalog.grantFile('a.zip', utm)
    const asked = { grant, coordinateSystem, dryRun: false, ...(format === undefined ? {} : { format }) }
    const { jobId } = await catalog.call['imports.start'](asked)
    return { catalog, job: await catalog.jobDone(jobId) }
  }

  test('is read in them, as a layer or as drawings', async () => {
    const { catalog, job } = await start('epsg 32614')
    expect(job.error).toBeNull()
    const [layer] = await catalog.call['layers.list']({})
    expect(layer?.box?.[0]).toBeCloseTo(-99, 6)
    expect(layer?.box?.[1]).toBeCloseTo(30.01, 1)
    const drawn = await start('EPSG:32614', 'annotations')
    expect(drawn.job.result).toMatchObject({ added: 1, kind: 'annotations' })
  })

  test('is refused in one sentence where nobody knows that system', async () => {
    const { job } = await start('EPSG:9')
    expect(job.error?.message).toMatch(/^"EPSG:9" is no coordinate system that Switchyard knows; name one of degrees/)
  })
})

describe('GeoJSON', () => {
  test('is read one feature a line too, and a line that is none is rejected alone', async () => {
    const line = '{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[1,2]}}'
    const { staged } = await stageContent('a.ndjson', `${line}\n\u001e${line}\n{"broken\n${line}\n`)
    expect(staged).toMatchObject({ records: 4, accepted: 3, rejectedCount: 1 })
    expect(staged.rejected[0]).toMatchObject({ row: 3 })
  })

  test('in the coordinates of its crs member is put into degrees', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }
    const geometry = { type: 'Point', coordinates: [-10853650.45, 3665537.28] }
    const { features } = await placesOf(
      'a.json',
      JSON.stringify({ type: 'FeatureCollection', crs, features: [{ type: 'Feature', geometry }] }),
    )
    expect(features[0]?.west).toBeCloseTo(-97.5, 2)
    expect(features[0]?.south).toBeCloseTo(31.25, 1)
  })
})

describe('Other files of maps', () => {
  test('GPX gives way points, routes and tracks', async () => {
    const gpx = `<?xml version="1.0"?><gpx version="1.1"><wpt lat="31.25" lon="-97.5"><name>Substation</name></wpt>
      <trk><name>Drive</name><trkseg><trkpt lat="31" lon="-97"/><trkpt lat="32" lon="-96"/></trkseg></trk></gpx>`
    const { features, staged } = await placesOf('a.gpx', gpx)
    expect(staged.summary['geometry_types']).toEqual({ Point: 1, LineString: 1 })
    expect(features.map(({ name }) => name)).toEqual(['Substation', 'Drive'])
  })

  test('well-known text is read by line, and from a column of a table', async () => {
    const lines = await stageContent('a.txt', 'POINT (1 2)\nPOLYGON Z ((0 0 1, 1 0 1, 1 1 1, 0 0 1))\nPOINT (1\n')
    expect(lines.staged).toMatchObject({ accepted: 2, rejectedCount: 1 })
    const { features, recognised } = await placesOf('a.csv', 'apn,geom,acres\n12-3,"LINESTRING (0 0, 1 1)",40\n')
    expect(recognised.format).toBe('layer.table')
    expect(JSON.parse(features[0]?.attributes ?? '')).toEqual({ apn: '12-3', acres: '40' })
  })
})

describe('What is wrong with a map is one sentence', () => {
  const feature = (geometry: unknown) =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry }] })

  test.each([
    [
      'entities that grow',
      'a.kml',
      '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><kml>&b;</kml>',
      '"a.kml" defines XML entities or a document type, which can hide harm; save it without them and import that.',
    ],
    [
      'a KML that breaks off',
      'a.kml',
      point('1,2').slice(0, -30),
      /^"a\.kml" is not correct XML near character \d+; save it again in the program that made it\.$/,
    ],
    [
      'a reference system nobody knows',
      'a.json',
      '{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:99999"}},"features":[]}',
      '"a.json" is in the coordinates "EPSG:99999", which Switchyard does not know; save it in longitude and latitude (EPSG:4326) and import that.',
    ],
    [
      'a GeoJSON that breaks off',
      'a.json',
      `${feature({ type: 'Point', coordinates: [1, 2] }).slice(0, -2)},{"type":"Fea`,
      '"a.json" is not correct GeoJSON after byte 106; fetch it again, or import it as layer.geojson-part to take the whole feature before that.',
    ],
    [
      'a shapefile in metres without .prj',
      'a.zip',
      shapefile([[500_000, 3_320_113]], {}),
      '"a.zip" does not say which coordinates "Layer/Sites.SHP" is in, and they are no degrees; put its .prj file into the archive and import again.',
    ],
    [
      'a way out of the archive',
      'a.kmz',
      zipSync({ '../../doc.kml': strToU8(point('1,2')) }),
      /^"a\.kmz" is an archive with a file that would be placed outside it/,
    ],
    [
      'a document that unpacks without end',
      'a.kmz',
      zipSync({ 'doc.kml': strToU8(`<kml>${' '.repeat(30_000_000)}</kml>`) }),
      /^"a\.kmz" holds "doc\.kml", which unpacks to more than 200 MB or to more than 100 times its size/,
    ],
  ])('%s', async (_, name, content, sentence) => {
    const failure = await stageContent(name, content).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({
      code:
        /coordinates/.test(String(sentence)) && !/outside/.test(String(sentence)) ? 'unknown_coordinates' : 'bad_input',
      message: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    })
  })

  test('the whole features of a file that breaks off are taken when that is asked for', async () => {
    const cut = `${feature({ type: 'Point', coordinates: [1, 2] }).slice(0, -2)},{"type":"Fea`
    const { staged, recognised } = await stageContent('a.json', cut, 'layer.geojson-part')
    expect(staged).toMatchObject({ records: 1, accepted: 1 })
    expect(recognised.notes).toEqual(['The file breaks off; what was read ends at byte 106 of 119.'])
  })

  test('a place outside the world stays out with its reason, and swapped degrees are said to be', async () => {
    const far = await stageContent('a.json', feature({ type: 'Point', coordinates: [500, 31] }))
    expect(far.staged.rejected).toEqual([
      { row: 1, column: 'geometry', reason: 'longitude 500 is outside -180 to 180' },
    ])
    const west = await stageContent('a.json', feature({ type: 'Point', coordinates: [31.25, -97.5] }))
    expect(west.staged.rejected[0]?.reason).toBe(
      'latitude -97.5 is outside -90 to 90; latitude and longitude look swapped',
    )
    const east = await stageContent('a.json', feature({ type: 'Point', coordinates: [40.7, -74] }))
    expect(east.recognised.notes).toEqual([
      'All places lie around Antarctica; latitude and longitude may be swapped in the file.',
    ])
  })

  test('a polygon that crosses itself is kept and marked', async () => {
    const bow = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    }
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    }
    const { features, staged } = await placesOf(
      'a.json',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [bow, square].map((geometry) => ({ type: 'Feature', geometry })),
      }),
    )
    expect(features.map((each) => each.crosses_itself)).toEqual([1, 0])
    expect(staged.summary['self_intersecting']).toBe(1)
  })

  test('a polygon of a million vertices is read', async () => {
    const ring = Array.from({ length: 1_000_000 }, (_, index) => {
      const angle = (index / 1_000_000) * 2 * Math.PI
      return [Number((-97 + Math.cos(angle)).toFixed(7)), Number((31 + Math.sin(angle)).toFixed(7))]
    })
    const { staged } = await stageContent('a.json', feature({ type: 'Polygon', coordinates: [[...ring, ring[0]]] }))
    expect(staged.summary).toMatchObject({ vertices: 1_000_001, geometry_types: { Polygon: 1 } })
  })

  test.each([
    ['without its tables', '', /^"a\.gpkg" is a GeoPackage without the table gpkg_geometry_columns; save it again/],
    [
      'with a layer that it does not hold',
      `CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
       INSERT INTO gpkg_contents VALUES ('gone', 'features'); INSERT INTO gpkg_geometry_columns VALUES ('gone', 'geom', 4326);`,
      /^"a\.gpkg" lists the layer "gone" and does not hold it; save it again/,
    ],
    [
      'without a layer',
      'CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);',
      /^"a\.gpkg" is a GeoPackage without a layer of features; choose one that has one\.$/,
    ],
  ])('a GeoPackage %s', async (_, sql, sentence) => {
    const db = new Database(':memory:')
    db.exec(`CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT); ${sql}`)
    const bytes = db.serialize()
    db.close()
    await expect(stageContent('a.gpkg', bytes)).rejects.toThrow(sentence)
  })
})
