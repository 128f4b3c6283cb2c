import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Database } from '../../electron/core/db/database.ts'
import { TileWorkerLink } from '../../electron/core/tiles/tile-worker-link.ts'
import { type Remembered, TileList } from '../../electron/host/tiles/tile-list.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { colorTiles, writeMbtiles } from '../support/tile-fixtures.ts'

describe('the thread that reads tiles', () => {
  it('is given up with a sentence when a file keeps it busy, and another one goes on with the rest', async () => {
    const folder = tempFolder()
    const slow = path.join(folder, 'slow.mbtiles')
    const good = path.join(folder, 'good.mbtiles')
    writeMbtiles(good, colorTiles(0, 1))
    const db = new Database(slow)
    // Every question about its tiles visits a hundred million rows, which takes seconds and cannot be stopped.
    db.exec(`CREATE TABLE n (i integer); CREATE VIEW tiles AS SELECT a.i + b.i AS zoom_level, b.i AS tile_column,
      b.i AS tile_row, x'00' AS tile_data FROM n AS a, n AS b`)
    const insert = db.prepare('INSERT INTO n VALUES (?)')
    db.transaction(() => {
      for (let row = 0; row < 10_000; row += 1) insert.run(row)
    })()
    db.close()
    const link = new TileWorkerLink(() => {}, 2_000)
    onTestFinished(() => link.close())
    const describe = (file: string) =>
      link.run({ type: 'describe', ref: { file, fileName: path.basename(file), flipped: false } })
    await expect(describe(slow)).rejects.toThrow(/^A file of map tiles took too long to read; .*\.$/)
    // On a busy machine a thread may take long to start, and is given up for that too.
    await expect
      .poll(() => describe(good).catch(() => null), { timeout: 30_000 })
      .toMatchObject({ info: { maxZoom: 1 } })
  })

  it('answers what it was asked before it is closed with a sentence', async () => {
    const link = new TileWorkerLink(() => {})
    const asked = link.run({ type: 'release', file: 'nothing' })
    const closing = link.close()
    await expect(asked).rejects.toThrow('Switchyard is closing')
    await closing
    await expect(link.run({ type: 'release', file: 'nothing' })).rejects.toThrow('Switchyard is closing')
  })
})

describe('the list of tiles on this machine', () => {
  const entry = (id: string): Remembered => ({
    ...{ id, type: 'online', template: 'https://t.example.org/{z}/{x}/{y}', name: 'T', attribution: '' },
    ...{ kind: 'raster', maxZoom: 18, opacity: 1, visible: false },
  })
  const ids = Array.from(
    { length: 12 },
    (_, index) => `11111111-1111-4111-8111-1111111111${String(index).padStart(2, '0')}`,
  )

  it('keeps every change of two processes that take turns, in a file for the user alone', async () => {
    const folder = tempFolder()
    const [one, other] = [new TileList(folder), new TileList(folder)]
    for (const [index, id] of ids.entries())
      await (index % 2 === 0 ? one : other).change((list) => [...list, entry(id)])
    expect(one.read().map(({ id }) => id)).toEqual(ids)
    expect(statSync(path.join(folder, 'tiles.json')).mode & 0o077).toBe(0)
  })

  it('carries out changes one after the other that were asked for at once', async () => {
    const list = new TileList(tempFolder())
    await Promise.all(ids.map((id) => list.change((before) => [...before, entry(id)])))
    expect(list.read().map(({ id }) => id)).toEqual(ids)
  })

  it('leaves out what it cannot read and keeps the rest', async () => {
    const folder = tempFolder()
    const file = path.join(folder, 'tiles.json')
    const list = new TileList(folder)
    await list.change(() => ids.slice(0, 2).map(entry))
    writeFileSync(file, JSON.stringify([{ type: 'file' }, 7, ...(JSON.parse(readFileSync(file, 'utf8')) as unknown[])]))
    expect(list.read()).toHaveLength(2)
    writeFileSync(file, '{"half": ')
    expect(list.read()).toEqual([])
  })
})
