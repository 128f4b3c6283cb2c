import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

test('the nearest of each kind is told, and distances are counted, filled in and undone', async () => {
  const folder = tempFolder()
  const sites = path.join(folder, 'sites.csv')
  const layer = path.join(folder, 'substations.geojson')
  writeFileSync(sites, sitesCsv([{ site_id: 'a', status: 'announced' }]))
  const geometry = { type: 'Point', coordinates: [-97.25, 31.6] }
  writeFileSync(
    layer,
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry, properties: { NAME: 'TEMPLE', MAX_VOLT: 138 } }],
    }),
  )
  const catalog = ['--catalog', path.join(folder, 'catalog.sqlite')]
  await runJson(['import', sites, ...catalog])
  await runJson(['import', layer, ...catalog])
  const near = (await runJson(['nearby', 'a', '--route-factor', '2', ...catalog])) as { nearest: { miles: number }[] }
  expect(near).toMatchObject({
    site_id: 'a',
    route_factor: 2,
    without_source: expect.arrayContaining(['fiber', 'transmission_line']),
  })
  const [nearest] = near.nearest
  expect(nearest).toMatchObject({ kind: 'substation', name: 'TEMPLE', detail: '138 kV', source: 'substations.geojson' })
  expect(nearest?.miles).toBeCloseTo(6.888, 2)
  expect((await runCli(['nearby', 'a', ...catalog])).stdout).toMatch(/Substation +6\.89 +0\.0° N +TEMPLE, 138 kV/)

  const fill = ['nearby', '--all', '--fill', 'substationDistanceMi', ...catalog]
  expect(await runJson([...fill, '--dry-run'])).toMatchObject({ dry_run: true, filled: 1, known: 0 })
  expect(await runJson(fill)).toMatchObject({ dry_run: false, filled: 1, examples: [{ site_id: 'a', value: 6.89 }] })
  expect(await runJson(fill)).toMatchObject({ filled: 0, known: 1 })
  await runCli(['undo', ...catalog])
  expect(await runJson([...fill, '--dry-run'])).toMatchObject({ filled: 1 })

  expect(await runCli(['nearby', '--all', ...catalog])).toMatchObject({ code: 2 })
  expect(await runCli(['nearby', 'a', '--radius', '0', ...catalog])).toMatchObject({ code: 2 })
  expect((await runCli(['nearby', 'gone', ...catalog])).stderr).toMatch(/^The catalog has no site "gone"[^\n]*\.\n$/)
})
