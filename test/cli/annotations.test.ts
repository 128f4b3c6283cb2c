import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const MAP = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-97, 31] },
      properties: { name: 'Gate', category: 'access' },
    },
  ],
})

test('a map comes in as annotations, is listed, written as KML and GeoJSON, and undone', async () => {
  const folder = tempFolder()
  const [map, kml, geojson, catalog] = ['gates.geojson', 'o.kml', 'o.geojson', 'c.db'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string]
  writeFileSync(map, MAP)
  const on = (...args: string[]) => [...args, '--catalog', catalog]
  expect(await runJson(on('import', map, '--as', 'annotations'))).toMatchObject({ kind: 'annotations', added: 1 })
  expect(await runJson(on('annotations', 'list'))).toMatchObject({
    annotations: [
      { label: 'Gate', category: 'access', shape: 'point', drawing_layer: 'gates', site_id: null, open_comments: 0 },
    ],
    left_out: 0,
  })
  expect((await runCli(on('annotations', 'list'))).stdout).toMatch(/Gate +point +Access road +gates/)
  await runJson(on('annotations', 'export', '--format', 'kml', '--out', kml))
  expect(readFileSync(kml, 'utf8')).toContain('<name>Gate</name>')
  await runJson(on('annotations', 'export', '--out', geojson))
  expect(readFileSync(geojson, 'utf8')).toContain('"name":"Gate"')
  await runJson(on('undo'))
  expect(await runJson(on('annotations', 'list'))).toEqual({ annotations: [], left_out: 0 })
  const refused = await runCli(on('annotations', 'export', '--out', kml))
  expect(refused.code).not.toBe(0)
  expect(refused.stderr).toContain('There is nothing drawn to export; draw on the map first.')
  expect((await runCli(on('annotations', 'erase'))).stderr).toContain('is no verb of annotations')
})
