import { mkdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Database } from '../../electron/core/db/database.ts'
import { openArchive } from '../../electron/core/tiles/open-archive.ts'
import { testArchive } from '../../electron/core/tiles/test-archive.ts'
import { TileArchives } from '../../electron/core/tiles/tile-archives.ts'
import { writePmtiles } from '../../electron/tooling/basemap/pmtiles-writer.ts'
import { tileSchemaOf } from '../../shared/map/tiles/tile-schema.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { colorTiles, pngTile, writeMbtiles, writePmtilesFile } from '../support/tile-fixtures.ts'
import { townLayerIds, townTiles } from '../support/town-tiles.ts'

function refOf(file: string, flipped = false) {
  return { file, fileName: path.basename(file), flipped }
}

function inFolder(name: string): string {
  return path.join(tempFolder(), name)
}

/** The sentence with which a file is refused. */
function refusal(file: string): string {
  try {
    openArchive(file, path.basename(file)).close()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('The file was taken.')
}

describe('tile archives', () => {
  it('give the same tiles from a table, a view and a PMTiles file, whatever the files are called', () => {
    const folder = tempFolder()
    const tiles = colorTiles(0, 3)
    const files = ['a.bin', 'b.dat', 'c'].map((name) => path.join(folder, name))
    writeMbtiles(files[0]!, tiles)
    writeMbtiles(files[1]!, tiles, { shape: 'view' })
    writePmtilesFile(files[2]!, tiles, { type: 'png' })
    const archives = new TileArchives()
    for (const { z, x, y, bytes } of tiles)
      for (const file of files) {
        const answer = archives.tile(refOf(file), { z, x, y })
        expect(answer).toMatchObject({ type: 'tile', contentType: 'image/png' })
        expect(answer.type === 'tile' && Buffer.from(answer.bytes).equals(Buffer.from(bytes))).toBe(true)
      }
    archives.close()
  })

  it('turn rows over where a file counts them from the wrong edge', () => {
    const file = inFolder('north.mbtiles')
    const tiles = colorTiles(3, 3)
    writeMbtiles(file, tiles, { rowsFromNorth: true, metadata: { scheme: 'xyz' } })
    const archives = new TileArchives()
    const wanted = tiles.find(({ x, y }) => x === 2 && y === 1)!
    const read = (flipped: boolean) => archives.tile(refOf(file, flipped), { z: 3, x: 2, y: 1 })
    expect(read(true)).toMatchObject({ type: 'tile', bytes: Buffer.from(wanted.bytes) })
    expect(read(false)).not.toMatchObject({ bytes: Buffer.from(wanted.bytes) })
    expect(archives.describe(refOf(file)).info.remarks.join(' ')).toContain('rows from the north')
    archives.close()
  })

  it.each([
    ['gzip', (bytes: Uint8Array) => gzipSync(bytes)],
    ['zlib', (bytes: Uint8Array) => deflateSync(bytes)],
    ['zstd', (bytes: Uint8Array) => zstdCompressSync(bytes)],
    ['no packing', (bytes: Uint8Array) => Buffer.from(bytes)],
  ])('unpack vector tiles stored with %s', (_, pack) => {
    const file = inFolder('town.mbtiles')
    const [tile] = townTiles('openmaptiles', 6, 6)
    writeMbtiles(file, [{ ...tile!, bytes: pack(tile!.bytes) }], { metadata: { format: 'png' } })
    const archives = new TileArchives()
    const answer = archives.tile(refOf(file), tile!)
    expect(answer).toMatchObject({ type: 'tile', contentType: 'application/vnd.mapbox-vector-tile' })
    expect(answer.type === 'tile' && Buffer.from(answer.bytes).equals(Buffer.from(tile!.bytes))).toBe(true)
    expect(archives.describe(refOf(file)).info.kind).toBe('vector')
    archives.close()
  })

  it('unpack vector tiles of a PMTiles file stored with brotli', () => {
    const file = inFolder('town.pmtiles')
    const [tile] = townTiles('protomaps', 6, 6)
    const archive = writePmtiles({
      tiles: [{ ...tile!, bytes: new Uint8Array(brotliCompressSync(tile!.bytes)) }],
      tileCompression: 'gzip',
      metadata: {},
    })
    archive[98] = 3
    writeFileSync(file, archive)
    const archives = new TileArchives()
    expect(archives.tile(refOf(file), tile!)).toMatchObject({ type: 'tile' })
    archives.close()
  })

  it.each(['protomaps', 'openmaptiles', 'shortbread', 'generic'] as const)('know the schema %s', (schema) => {
    const file = inFolder('town.pmtiles')
    const layers = townLayerIds(schema).map((id) => ({ id, fields: {} }))
    writePmtilesFile(file, townTiles(schema, 5, 7), { metadata: { vector_layers: layers } })
    const { info } = new TileArchives().describe(refOf(file))
    expect(tileSchemaOf(info.vectorLayers)).toBe(schema)
    expect(info).toMatchObject({ minZoom: 5, maxZoom: 7 })
  })

  it('take zooms from the tiles, and a missing or foolish box as none', () => {
    const file = inFolder('odd.mbtiles')
    writeMbtiles(file, colorTiles(2, 3), { metadata: { minzoom: '0', maxzoom: '19', bounds: '10,10,-10,NaN' } })
    const { info } = new TileArchives().describe(refOf(file))
    expect(info).toMatchObject({ minZoom: 2, maxZoom: 3, box: null, kind: 'raster' })
    expect(info.remarks).toEqual(['The file says zooms 0 to 19 and holds 2 to 3.'])
  })

  it('do without metadata', () => {
    const file = inFolder('bare.mbtiles')
    writeMbtiles(file, colorTiles(1, 2), { shape: 'no-metadata' })
    expect(new TileArchives().describe(refOf(file)).info).toMatchObject({ name: '', attribution: '', minZoom: 1 })
  })

  it('make plain text of what a file says of itself', () => {
    const file = inFolder('script.mbtiles')
    writeMbtiles(file, colorTiles(0, 1), {
      metadata: {
        name: 'Field\u0000 <b onclick="x()">maps</b>',
        attribution:
          '<script>alert(1)</script>&copy; <a href="javascript:alert(2)">Jane &amp; Co</a><img src=x onerror=alert(3)>',
        license: 'CC&nbsp;BY 4.0<style>*{display:none}</style>',
        bounds: '-98,31,-96,32',
      },
    })
    expect(new TileArchives().describe(refOf(file)).info).toMatchObject({
      name: 'Field maps',
      attribution: '© Jane & Co',
      license: 'CC BY 4.0',
      box: [-98, 31, -96, 32],
    })
  })

  it('say that a tile is absent', () => {
    const file = inFolder('few.mbtiles')
    writeMbtiles(file, colorTiles(2, 2).slice(0, 3))
    const archives = new TileArchives()
    expect(archives.tile(refOf(file), { z: 2, x: 3, y: 3 })).toEqual({ type: 'absent' })
    expect(archives.tile(refOf(file), { z: 9, x: 3, y: 3 })).toEqual({ type: 'absent' })
    archives.close()
  })

  it('refuse each kind of foreign file with one sentence', () => {
    const folder = tempFolder()
    const write = (name: string, content: string | Uint8Array) => {
      writeFileSync(path.join(folder, name), content)
      return path.join(folder, name)
    }
    const pmtiles = (version: number) => {
      const archive = writePmtilesFile(path.join(folder, 'x'), townTiles('generic', 3, 3))
      archive[7] = version
      return archive
    }
    const other = path.join(folder, 'other.mbtiles')
    const db = new Database(other)
    db.exec('CREATE TABLE sites (name text)')
    db.close()
    const empty = path.join(folder, 'empty.mbtiles')
    writeMbtiles(empty, [])
    const endless = path.join(folder, 'endless.mbtiles')
    const bomb = new Database(endless)
    bomb.exec(`CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)
      SELECT i AS zoom_level, i AS tile_column, i AS tile_row, x'00' AS tile_data FROM n`)
    bomb.close()
    const directory = path.join(folder, 'folder.mbtiles')
    mkdirSync(directory)
    const sentences = [
      refusal(write('page.mbtiles', '<!doctype html>')),
      refusal(write('nothing.pmtiles', '')),
      refusal(write('one.pmtiles', new Uint8Array([0x50, 0x4d, 1, 0, 0, 0, 0, 0]))),
      refusal(write('two.pmtiles', new Uint8Array([0x50, 0x4d, 2, 0, 0, 0, 0, 0]))),
      refusal(write('four.pmtiles', pmtiles(4))),
      refusal(other),
      refusal(empty),
      refusal(endless),
      refusal(directory),
      refusal(path.join(folder, 'gone.mbtiles')),
    ]
    expect(sentences).toEqual([
      '"page.mbtiles" holds no map tiles; choose an .mbtiles file or a .pmtiles file of version 3.',
      '"nothing.pmtiles" holds no map tiles; choose an .mbtiles file or a .pmtiles file of version 3.',
      expect.stringContaining('version 1, and version 3 can be read'),
      expect.stringContaining('version 2, and version 3 can be read'),
      expect.stringContaining('version 4, and version 3 can be read'),
      '"other.mbtiles" is a database without map tiles; choose an .mbtiles file.',
      '"empty.mbtiles" holds no tiles; make it again and add it then.',
      '"endless.mbtiles" computes its tiles instead of holding them, and was not added.',
      '"folder.mbtiles" is a folder; choose a file of map tiles.',
      '"gone.mbtiles" is no longer where it was; put it back, or remove it and add it.',
    ])
  })

  it('call a tile broken that is damaged, too large or no tile, and go on with its neighbours', () => {
    const file = inFolder('bad.mbtiles')
    const [good] = townTiles('generic', 6, 6)
    const whole = gzipSync(good!.bytes)
    const bad: Record<number, Uint8Array> = {
      1: whole.subarray(0, whole.length - 12),
      2: gzipSync(Buffer.alloc(9 * 1024 * 1024, 0x1a)),
      3: Buffer.from('<html>not found</html>'),
      4: Buffer.alloc(9 * 1024 * 1024, 1),
      5: pngTile(1, 2, 3, { edge: 4 }).subarray(0, 18),
      6: giantPng(),
    }
    writeMbtiles(file, [
      { z: 6, x: 0, y: 0, bytes: whole },
      ...Object.entries(bad).map(([x, bytes]) => ({ z: 6, x: Number(x), y: 0, bytes })),
    ])
    const archives = new TileArchives()
    const read = (x: number) => archives.tile(refOf(file), { z: 6, x, y: 0 })
    const message = (x: number) => {
      const answer = read(x)
      return answer.type === 'broken' ? answer.message : answer.type
    }
    expect(read(0).type).toBe('tile')
    expect([1, 2, 3, 4, 5, 6].map(message)).toEqual([
      'The tile 6/1/0 of "bad.mbtiles" is damaged and cannot be unpacked.',
      'The tile 6/2/0 of "bad.mbtiles" grows past 8 MB when it is unpacked.',
      'The tile 6/3/0 of "bad.mbtiles" is neither PNG, JPEG or WebP nor a vector tile.',
      'The tile 6/4/0 of "bad.mbtiles" is larger than 8 MB.',
      'The tile 6/5/0 of "bad.mbtiles" is a picture whose beginning is damaged.',
      'The tile 6/6/0 of "bad.mbtiles" is a picture of 60000 by 60000 pixels, and 4096 are the most.',
    ])
    archives.close()
  })

  it('open a file anew that was replaced, say when it is gone, and find it again', () => {
    const file = inFolder('moving.mbtiles')
    let now = 0
    const archives = new TileArchives(() => now)
    const read = () => {
      now += 1_000
      return archives.tile(refOf(file), { z: 0, x: 0, y: 0 })
    }
    const write = (red: number) => writeMbtiles(file, [{ z: 0, x: 0, y: 0, bytes: pngTile(red, 0, 0, { edge: 2 }) }])
    write(10)
    expect(read()).toMatchObject({ bytes: Buffer.from(pngTile(10, 0, 0, { edge: 2 })) })
    rmSync(file)
    write(200)
    utimesSync(file, new Date(), new Date(Date.now() + 5_000))
    expect(read()).toMatchObject({ bytes: Buffer.from(pngTile(200, 0, 0, { edge: 2 })) })
    renameSync(file, `${file}.away`)
    expect(read()).toEqual({
      type: 'gone',
      message: '"moving.mbtiles" is no longer where it was; put it back, or remove it and add it.',
    })
    renameSync(`${file}.away`, file)
    expect(read().type).toBe('tile')
    archives.close()
  })

  it('read past two gigabytes', () => {
    const file = inFolder('planet.pmtiles')
    const tiles = colorTiles(0, 1)
    const archive = writePmtilesFile(file, tiles, { type: 'png' })
    const view = new DataView(archive.buffer)
    const dataAt = Number(view.getBigUint64(56, true))
    const data = archive.slice(dataAt)
    const far = 3 * 1024 ** 3
    view.setBigUint64(56, BigInt(far), true)
    // A sparse file: the hole takes no room on the disk.
    writeFileSync(file, archive.subarray(0, dataAt))
    truncateSync(file, far)
    writeFileSync(file, data, { flag: 'a' })
    expect(statSync(file).size).toBeGreaterThan(far)
    const archives = new TileArchives()
    const answer = archives.tile(refOf(file), { z: 1, x: 1, y: 0 })
    expect(answer).toMatchObject({ bytes: tiles.find(({ z, x, y }) => z === 1 && x === 1 && y === 0)!.bytes })
    archives.close()
  })
})

describe('the test of an archive', () => {
  it('opens a sample of every zoom and says what is broken and what is missing', () => {
    const file = inFolder('bundle.mbtiles')
    const tiles = colorTiles(0, 4).filter(({ z }) => z !== 2)
    const torn = tiles.find(({ z }) => z === 1)!
    writeMbtiles(
      file,
      tiles.map((tile) => (tile === torn ? { ...tile, bytes: tile.bytes.subarray(0, 40) } : tile)),
    )
    const { result } = testArchive(refOf(file))
    expect(result.outcome).toBe('broken')
    expect(result.sizeBytes).toBe(statSync(file).size)
    expect(result.zooms.map(({ zoom, tried }) => [zoom, tried > 0])).toEqual([
      [0, true],
      [1, true],
      [2, false],
      [3, true],
      [4, true],
    ])
    expect(result.findings).toContain('There are no tiles at zoom 2.')
    expect(result.findings.some((finding) => finding.includes('cut off'))).toBe(true)
  })

  it('finds whole files whole', () => {
    const folder = tempFolder()
    const raster = path.join(folder, 'r.mbtiles')
    const vector = path.join(folder, 'v.pmtiles')
    writeMbtiles(raster, colorTiles(0, 3))
    writePmtilesFile(vector, townTiles('shortbread', 4, 9))
    for (const file of [raster, vector])
      expect(testArchive(refOf(file)).result).toMatchObject({ outcome: 'ok', broken: 0, findings: [] })
    expect(testArchive(refOf(vector)).result.opened).toBeGreaterThan(10)
  })

  it('says that a file is missing', () => {
    expect(testArchive(refOf(inFolder('gone.pmtiles'))).result).toMatchObject({ outcome: 'missing', sizeBytes: null })
  })

  it('leaves the file as it was and nothing beside it', () => {
    const file = inFolder('still.mbtiles')
    writeMbtiles(file, colorTiles(0, 2))
    const before = readFileSync(file)
    testArchive(refOf(file))
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

/** A small file that claims to be a picture of 3.6 gigapixels. */
function giantPng(): Uint8Array {
  const bytes = pngTile(1, 2, 3, { edge: 2 })
  new DataView(bytes.buffer).setUint32(16, 60_000)
  new DataView(bytes.buffer).setUint32(20, 60_000)
  return bytes
}
