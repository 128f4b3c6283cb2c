import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const UNITS = [
  'Utility ID,Plant Code,Plant Name,State,County,Generator ID,Status,Nameplate Capacity (MW),Retirement Year',
  '195,3,Barry,AL,Mobile,1,RE,153.1,2015',
  '195,3,Barry,AL,Mobile,2,OP,272.2,2028',
].join('\n')

test('plants that retire are listed, made sites, shown, and undone', async () => {
  const folder = tempFolder()
  const file = path.join(folder, 'units.csv')
  writeFileSync(file, UNITS)
  const catalog = ['--catalog', path.join(folder, 'catalog.sqlite')]
  await runJson(['import', file, ...catalog])
  expect(await runJson(['plants', 'candidates', '--min-mw', '400', '--state', 'AL', ...catalog])).toMatchObject({
    total: 1,
    candidates: [{ plant_id: '3', retired_mw: 153.1, retiring_mw: 272.2, last_retirement_year: 2028 }],
  })
  expect(await runJson(['plants', 'add', '3', ...catalog])).toEqual({ label: 'Add Barry', sites: ['eia-3'] })
  expect(await runJson(['plants', 'show', 'eia-3', ...catalog])).toMatchObject({
    plant_id: '3',
    nameplate_mw: 425.3,
    records: [{ unit: '1', status: 'RE' }, { unit: '2' }],
  })
  await runCli(['undo', ...catalog])
  expect(await runJson(['plants', 'candidates', ...catalog])).toMatchObject({ total: 1 })
  const refused = await runCli(['plants', 'add', '4', ...catalog])
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.stderr).toMatch(/^EIA plant 4 has no retired or retiring units[^\n]*\.\n$/)
  expect(await runCli(['plants', ...catalog])).toMatchObject({ code: 2 })
})
