import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { buildWorkbook } from '../support/build-workbook.ts'
import { ercotSheets } from '../support/ercot-fixture.ts'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

function place() {
  const folder = tempFolder()
  const [before, after] = ['march.xlsx', 'april.xlsx'].map((name) => path.join(folder, name)) as [string, string]
  writeFileSync(before, buildWorkbook(ercotSheets()))
  const later = ercotSheets().map((sheet) => ({
    ...sheet,
    rows: sheet.rows
      .filter(([inr]) => inr !== '27INR0005')
      .map((row) => row.map((cell) => (cell === 100 ? 120 : cell === '26INR0004' ? '26INR0009' : cell))),
  }))
  writeFileSync(after, buildWorkbook(later))
  return { folder, before, after, catalog: path.join(folder, 'catalog.sqlite') }
}

test('a dry run says what a queue is and how its megawatts stand, and leaves no catalog', async () => {
  const { before, catalog } = place()
  expect(await runJson(['import', before, '--dry-run', '--catalog', catalog])).toMatchObject({
    format: 'queue.ercot-gis',
    title: 'ERCOT GIS report, March 2026',
    records: 8,
    summary: {
      by_stage: { system_impact: 1, withdrawn: 1, suspended: 1 },
      by_raw_status: { Inactive: 1, Cancelled: 1, 'Small Gen': 1 },
      by_state: { TX: 8 },
      mw: { capacity_mw: { count: 8, sum: 1968.4, min: -12.5, max: 1200.5, not_positive: 1 } },
    },
  })
  expect(await runCli(['queue', 'list', '--catalog', catalog])).toMatchObject({ code: 1 })
})

test('two files of a queue are compared without a catalog', async () => {
  const { before, after } = place()
  expect(await runJson(['queue', 'diff', before, after])).toEqual({
    compared: 6,
    added: ['26INR0009'],
    removed: ['26INR0004', '27INR0005'],
    changed: 1,
    changed_by_field: { capacity_mw: 1 },
    stage_moves: {},
    records: [{ queue_id: '26INR0003', fields: { capacity_mw: [100, 120] } }],
  })
  const { stdout } = await runCli(['queue', 'diff', before, after])
  expect(stdout).toContain('6 projects compared: 1 new, 2 gone, 1 changed')
})

test('what is no queue, or another one, is refused with one sentence', async () => {
  const { folder, before } = place()
  const list = path.join(folder, 'list.csv')
  writeFileSync(list, 'name,lat,lon\nA,1,2\n')
  const refused = await runCli(['queue', 'diff', before, list])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/^"list\.csv" is no interconnection queue that Switchyard knows;[^\n]*\.\n$/)
})

test('editions are listed, a request is shown, and undo takes the import back', async () => {
  const { before, after, catalog } = place()
  await runJson(['import', before, after, '--catalog', catalog])
  const { editions } = await runJson<{ editions: unknown[] }>(['queue', 'list', '--catalog', catalog])
  expect(editions).toMatchObject([
    { is_current: true, projects: 7 },
    { is_current: false, projects: 8 },
  ])
  const { projects } = await runJson<{ projects: unknown[] }>(['queue', 'show', '26INR0003', '--catalog', catalog])
  expect(projects).toMatchObject([{ capacity_mw: 120, stage: 'system_impact', sheet: 'Project Details - Large Gen' }])
  const { stdout } = await runCli(['import', after, '--catalog', catalog])
  expect(stdout).toContain('Nothing new')
  await runCli(['undo', '--catalog', catalog])
  expect(await runJson(['queue', 'show', '26INR0003', '--catalog', catalog])).toMatchObject({
    projects: [{ capacity_mw: 100 }],
  })
})

test('what the queues say is counted for all sites before it is written, and undone as one step', async () => {
  const { folder, before, catalog } = place()
  const list = path.join(folder, 'list.csv')
  writeFileSync(list, 'name,lat,lon,county,state,status\nAlder,31,-97,Milam,TX,announced\nBirch,32,-97,,,announced\n')
  await runJson(['import', list, '--catalog', catalog])
  await runJson(['import', before, '--catalog', catalog])
  const dry = await runJson(['queue', 'fill', '--dry-run', '--catalog', catalog])
  expect(dry).toMatchObject({
    dry_run: true,
    sites: 2,
    fields: [
      { field: 'queue_ahead_mw', known: 0, energized: 0, without_place: 1 },
      { field: 'area_years_to_power', known: 0, energized: 0, without_place: 1 },
    ],
  })
  const done = await runJson(['queue', 'fill', '--catalog', catalog])
  expect(done).toEqual({ ...(dry as object), dry_run: false })
  expect(await runCli(['queue', 'fill', 'more', '--catalog', catalog])).toMatchObject({ code: 2 })
})
