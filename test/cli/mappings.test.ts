import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { TableProposal } from '../../shared/contract/mappings.ts'
import { runCli, runJson } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const LIST = 'Asset;Y coord;X coord;Power\nPecos;31,42;-103,49;1500\nSnyder;32,71;-100,91;750\n'

test('a mapping is proposed, corrected, kept, used for the next file, shown and removed', async () => {
  const folder = tempFolder()
  const [file, next, kept, catalog] = ['a.csv', 'b.csv', 'm.json', 'c.db'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  writeFileSync(file, LIST)
  writeFileSync(next, LIST.replace('1500', '2500'))
  const on = (...args: string[]) => [...args, '--catalog', catalog]
  const proposal = await runJson<TableProposal>(on('import', file, '--inspect'))
  expect(proposal).toMatchObject({ readable: 2, mapping: { decimalMark: 'comma' } })
  expect(proposal.mapping.columns.map(({ role }) => role)).toEqual(['name', 'latitude', 'longitude', 'plannedMw'])

  const columns = proposal.mapping.columns.map((each) => (each.heading === 'Power' ? { ...each, unit: 'kW' } : each))
  writeFileSync(kept, JSON.stringify({ mapping: { ...proposal.mapping, columns } }))
  await runJson(on('init'))
  expect(await runJson(on('mappings', 'save', 'Acme list', kept))).toMatchObject({ name: 'Acme list' })
  expect(await runJson(on('import', next, '--mapping', 'acme list'))).toMatchObject({ added: 2, rejected: [] })
  expect(JSON.stringify(await runJson(on('rank')))).toContain('Pecos')
  expect((await runCli(on('mappings', 'show', 'Acme list'))).stdout).toMatch(/Power +Contracted or planned +kW/)
  expect((await runCli(on('import', file, '--inspect'))).stdout).toContain('known as mapping Acme list')

  await runJson(on('mappings', 'remove', 'Acme list'))
  expect(await runJson(on('mappings', 'list'))).toEqual({ mappings: [] })
  const refused = await runCli(on('import', file, '--mapping', 'Acme list'))
  expect(refused.code).not.toBe(0)
  expect(refused.stderr).toContain('There is no mapping "Acme list"; the catalog has none.')
})
