import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { colorTiles, writeMbtiles, writePmtilesFile } from '../support/tile-fixtures.ts'
import { townLayerIds, townTiles } from '../support/town-tiles.ts'

interface Listed {
  readonly tiles: { tile_source_id: string; name: string; state: string; size_bytes: number | null; schema: string }[]
}

test('tiles are added, listed, tested and removed without a catalog', async () => {
  const folder = tempFolder()
  const env = { SWITCHYARD_DATA: path.join(folder, 'data') }
  const raster = path.join(folder, 'imagery.mbtiles')
  const vector = path.join(folder, 'streets.pmtiles')
  writeMbtiles(raster, colorTiles(0, 3), { metadata: { name: 'County imagery' } })
  writePmtilesFile(vector, townTiles('protomaps', 4, 8), {
    metadata: { vector_layers: townLayerIds('protomaps').map((id) => ({ id })) },
  })
  const notes = path.join(folder, 'notes.mbtiles')
  writeFileSync(notes, 'no tiles')

  expect(await runJson(['tiles', 'add', raster], { env })).toMatchObject({ name: 'County imagery', kind: 'raster' })
  expect(await runJson(['tiles', 'add', vector], { env })).toMatchObject({ kind: 'vector', schema: 'protomaps' })
  const refused = await runCli(['tiles', 'add', notes], { env })
  expect([refused.code, refused.stderr]).toEqual([
    1,
    '"notes.mbtiles" holds no map tiles; choose an .mbtiles file or a .pmtiles file of version 3.\n',
  ])
  const { tiles } = await runJson<Listed>(['tiles', 'list'], { env })
  expect(tiles.map(({ name, state }) => [name, state])).toEqual([
    ['County imagery', 'ready'],
    ['streets', 'ready'],
  ])
  expect(await runJson(['tiles', 'test'], { env })).toMatchObject({ ready: true, reference_layers_tested: false })

  rmSync(vector)
  const tested = await runCli(['tiles', 'test'], { env })
  expect(tested.code).toBe(1)
  expect(tested.stdout).toContain('streets.pmtiles: "streets.pmtiles" is no longer where it was')
  expect(tested.stdout).toContain('Does not work without a network')

  await runJson(['tiles', 'remove', 'county imagery'], { env })
  expect(existsSync(raster)).toBe(true)
  expect((await runCli(['tiles', 'remove', 'county imagery'], { env })).stderr).toContain('There are no tiles')
  expect((await runJson<Listed>(['tiles', 'list'], { env })).tiles).toMatchObject([{ state: 'missing' }])
})
