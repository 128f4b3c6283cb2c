import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { Database } from '../../../electron/core/db/database.ts'
import { dbfFile } from '../../../electron/core/documents/export/dbf-file.ts'
import { GEOPACKAGE_TABLES } from '../../../electron/core/documents/export/geopackage-tables.ts'
import { shpFile } from '../../../electron/core/documents/export/shp-file.ts'
import { resourceFolders } from '../../../electron/host/paths.ts'
import { buildWorkbook } from '../build-workbook.ts'
import { THREE_SITES } from '../builders.ts'
import { photo } from '../photo.ts'
import { asCsv, QUEUE_FIXTURES } from '../queue-fixtures.ts'
import { sampleFiles } from '../sample-files.ts'

export interface SeedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Real files up to this size are taken whole; of larger texts the beginning. */
const MOST_BYTES = 150_000
const HEAD_BYTES = 40_000

/** A small file of every format that an importer reads, and the beginnings of real ones where they are at hand. */
export function seedFiles(): readonly SeedFile[] {
  return [...madeUp(), ...shipped(), ...real()]
}

function madeUp(): SeedFile[] {
  const queues = Object.entries(QUEUE_FIXTURES).flatMap(([name, { sheets }]) => [
    { name: `${name}.xlsx`, bytes: buildWorkbook(sheets) },
    ...(sheets[0] ? [{ name: `${name}.csv`, bytes: strToU8(asCsv(sheets[0])) }] : []),
  ])
  const texts = Object.entries(TEXTS).map(([name, text]) => ({ name, bytes: strToU8(text) }))
  const plants = (TEXTS['plants.csv'] ?? '').split('\n').map((line) => line.split(','))
  return [
    ...queues,
    ...texts,
    { name: 'sites.csv', bytes: strToU8(THREE_SITES) },
    { name: 'plants.xlsx', bytes: buildWorkbook([{ name: 'Operable', rows: [['2024 Form EIA-860'], ...plants] }]) },
    { name: 'utf16.csv', bytes: Buffer.from(`\ufeff${TEXTS['ercot.csv']}`, 'utf16le') },
    { name: 'places.kmz', bytes: zipSync({ 'doc.kml': strToU8(TEXTS['places.kml'] ?? '') }) },
    { name: 'places.zip', bytes: shapefile() },
    { name: 'places.gpkg', bytes: geopackage() },
    {
      name: 'photo.jpg',
      bytes: photo({ latitude: 31.5, longitude: -97.25, bearingDegrees: 90, takenAt: '2026:07:01 14:30:00' }),
    },
  ]
}

function shapefile(): Uint8Array {
  const { shp, shx } = shpFile([[-97.5, 31.25], [-98, 32], null])
  const names = ['Barker', 'Größe', '']
  return zipSync({
    'Sites.shp': shp,
    'Sites.shx': shx,
    'Sites.dbf': dbfFile([{ name: 'NAME', type: 'text', values: names }], names.length),
    'Sites.prj': strToU8('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]]]'),
    'Sites.cpg': strToU8('UTF-8'),
  })
}

function geopackage(): Uint8Array {
  const db = new Database(':memory:')
  try {
    db.exec(GEOPACKAGE_TABLES)
    // The reference system need not be listed for what is read here.
    db.pragma('foreign_keys = OFF')
    db.exec('CREATE TABLE places (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, mw REAL)')
    db.prepare(
      `INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
       VALUES ('places', 'features', 'Places', '2026-07-01T00:00:00.000Z', 4326)`,
    ).run()
    db.prepare(`INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom', 'POINT', 4326, 0, 0)`).run()
    const point = Buffer.alloc(29)
    point.write('GP', 0, 'latin1')
    point[3] = 1
    point.writeInt32LE(4_326, 4)
    point[8] = 1
    point.writeUInt32LE(1, 9)
    point.writeDoubleLE(-97.5, 13)
    point.writeDoubleLE(31.25, 21)
    const insert = db.prepare('INSERT INTO places (geom, name, mw) VALUES (?, ?, ?)')
    insert.run(point, 'Barker', 245)
    insert.run(null, null, null)
    return db.serialize()
  } finally {
    db.close()
  }
}

function shipped(): SeedFile[] {
  return ['sites.csv', 'retired_coal.csv'].map((name) => {
    const lines = readFileSync(path.join(resourceFolders().reference, name), 'utf8').split('\n')
    return { name, bytes: strToU8(lines.slice(0, 12).join('\n')) }
  })
}

function real(): SeedFile[] {
  return ['queue', 'prices', 'eia', 'geo', 'datacenters', 'large-load']
    .flatMap((area) => sampleFiles(area))
    .flatMap(({ file, name }) => {
      const { size } = statSync(file)
      const isText = /\.(csv|json|geojson|kml)$/.test(name)
      if (size > MOST_BYTES && !isText) return []
      const bytes = Buffer.alloc(Math.min(size, isText ? HEAD_BYTES : MOST_BYTES))
      const handle = openSync(file, 'r')
      readSync(handle, bytes, 0, bytes.length, 0)
      closeSync(handle)
      return [{ name: path.basename(name), bytes: new Uint8Array(bytes) }]
    })
}

const HOURS = Array.from({ length: 24 }, (_, hour) => `HE ${hour + 1}`)

const TEXTS: Readonly<Record<string, string>> = {
  'miso.json':
    '[{"projectNumber":"J1","applicationStatus":"Active","summerNetMW":100.5,"county":"Lee County","state":"IA","queueDate":"2022-03-01T00:00:00"}]',
  'ercot.csv':
    'Delivery Date,Hour Ending,Repeated Hour Flag,Settlement Point,Settlement Point Price\n11/06/2022,02:00,N,HB_WEST,-5.25\n11/06/2022,02:00,Y,HB_WEST,9000.01\n11/06/2022,24:00,N,HB_WEST,0\n',
  'ercot-rt.csv':
    'Delivery Date,Delivery Hour,Delivery Interval,Repeated Hour Flag,Settlement Point Name,Settlement Point Type,Settlement Point Price\n01/01/2022,1,1,N,LZ_WEST,LZ,20.5\n01/01/2022,1,2,N,LZ_WEST,LZ,21\n',
  'pjm.csv':
    'datetime_beginning_utc,datetime_beginning_ept,pnode_id,pnode_name,type,total_lmp_da,row_is_current\n1/1/2022 5:00:00 AM,1/1/2022 12:00:00 AM,1,AEP,ZONE,31.2,TRUE\n',
  'pjm-rt.csv':
    'datetime_beginning_utc,datetime_beginning_ept,pnode_id,pnode_name,type,total_lmp_rt\n1/1/2022 5:00:00 AM,1/1/2022 12:00:00 AM,1,AEP,ZONE,31.2\n1/1/2022 5:05:00 AM,1/1/2022 12:05:00 AM,1,AEP,ZONE,31.2\n',
  'nyiso.csv':
    '"Time Stamp","Name","PTID","LBMP ($/MWHr)","Marginal Cost Losses ($/MWHr)"\n"07/18/2022 00:00","CAPITL",61757,90.1,1\n"07/18/2022 01:00","CAPITL",61757,80.1,1\n',
  'nyiso-oasis.csv':
    'Eastern Date Hour,Eastern Date Hour Time Zone,Zone Name,Zone PTID,DAM Zonal LBMP\n2022/07/18 00:00,EDT,CAPITL,61757,90.1\n',
  'isone.csv':
    '"C","Real-Time Energy Market Hourly LMP Report"\n"H","Date","Hour Ending","Location ID","Location Name","Location Type","Locational Marginal Price"\n"D","06/02/2026","01","321","UN.FRNKLNSQ","NETWORK NODE","35.5"\n"T","1"\n',
  'caiso.csv':
    'INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,NODE,MARKET_RUN_ID,LMP_TYPE,MW\n2022-01-01T08:00:00-00:00,2022-01-01T09:00:00-00:00,TH_NP15,DAM,LMP,55.2\n',
  'miso.csv': `Day Ahead Market LMPs\n01/01/2022\n\nNode,Type,Value,${HOURS.join(',')}\nALTW.AGG,Loadzone,LMP,${HOURS.map((_, hour) => hour).join(',')}\n`,
  'spp.csv':
    'Interval,GMTIntervalEnd,Settlement Location,Pnode,LMP,MLC\n01/01/2022 01:00:00,01/01/2022 07:00:00,AEC,X,22.1,0\n',
  'retail.csv':
    'Year,State,Industry Sector Category,Residential,Commercial,Industrial,Transportation,Other,Total\n2022,TX,Total Electric Industry,13.5,9,7.1,6,.,10\n',
  'plants.csv':
    'Utility ID,Plant Code,Plant Name,State,County,Generator ID,Status,Nameplate Capacity (MW),Retirement Year\n195,3,Barry,AL,Mobile,1,RE,153.1,2015\n195,7,Gadsden,AL,Etowah,1,OP, ,\nNOTE: capacity in megawatts,,,,,,,,\n',
  'plants-monthly.csv':
    '"Inventory of Operating Generators as of December 2025",,,,,,,\n,,,,,,,\nEntity ID,Entity Name,Plant ID,Plant Name,Plant State,Generator ID,Nameplate Capacity (MW),Status\n195,Alabama Power Co,3,Barry,AL,1,153.1,(SB) Standby/Backup\n',
  'lines.geojson':
    '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[{"type":"Feature","properties":{"NAME":"A","kv":345},"geometry":{"type":"LineString","coordinates":[[-100,31],[-101,32]]}},{"type":"Feature","properties":null,"geometry":null},{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}',
  'lines.ndjson':
    '{"type":"Feature","properties":{"NAME":"A"},"geometry":{"type":"Point","coordinates":[-100,31]}}\n{"type":"Feature","properties":{"NAME":"B"},"geometry":{"type":"MultiPoint","coordinates":[[-100,31],[1,2]]}}\n',
  'places.kml':
    '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Style id="s"><LineStyle><color>ff0a141e</color></LineStyle></Style><Folder><name>Deals</name><Placemark><name>A &amp; B</name><styleUrl>#s</styleUrl><ExtendedData><Data name="mw"><value>120</value></Data></ExtendedData><description><![CDATA[<table><tr><td>APN</td><td>12-3</td></tr></table>]]></description><MultiGeometry><Point><coordinates>-97.5,31.25,0</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder></Document></kml>',
  'track.gpx':
    '<?xml version="1.0"?><gpx version="1.1"><wpt lat="31.25" lon="-97.5"><name>Gate</name></wpt><trk><name>Walk</name><trkseg><trkpt lat="31" lon="-97"/><trkpt lat="31.1" lon="-97.1"><ele>5</ele></trkpt></trkseg></trk></gpx>',
  'parcels.csv':
    'APN,WKT\n12-3,"POLYGON ((0 0, 1 0, 1 1, 0 0))"\n12-4,POINT (1 2)\n12-5,"MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))"\n',
  'shapes.wkt': 'POINT (30 10)\nLINESTRING (30 10, 10 30, 40 40)\nGEOMETRYCOLLECTION (POINT (1 2))\n',
  'paper.pdf': '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  'list.tsv': 'name\tlatitude\tlongitude\tpower_mw_energized\nBarker\t43,36\t-78,61\t245 MW\n',
}
