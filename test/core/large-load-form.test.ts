import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { largeLoadForm } from '../../electron/core/import/queue/large-load-form.ts'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import { queueOfEdition } from '../../electron/core/queue/read-queue-projects.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import { type BuiltCell, buildWorkbook } from '../support/build-workbook.ts'
import { day } from '../support/ercot-fixture.ts'
import { writeTempFile } from '../support/read-import.ts'
import { memoryCatalog } from '../support/replica.ts'
import { hasSharedFolder } from '../unit/shared-folder.ts'

const ANSWERS: readonly (readonly BuiltCell[])[] = [
  ['Load Information Form (LIF)'],
  [],
  ['The information on this form is current as of date', day('2026-02-01')],
  ['Project number (skip if initial submission)', 'LLI-0042 '],
  ['Project name', 'Prairie Hall'],
  ['County', 'Milam'],
  ['Service Delivery Point substation description', 'Substation A 345 kV'],
  ['Service Delivery Point voltage (kV)', 345],
  ['Peak demand (MW)', { formula: '2*300', value: 600 }],
  ['Desired initial energization date', day('2027-11-01')],
  ['Signed IA?', 'Choose one'],
  ['Type of load', 'Data Centers (non-crypto)'],
  ['Load customer', 'Prairie LLC'],
  ['Customer contact email', 'someone@example.com'],
  ['Certificated TDSP for the ILLE', 'Oncor'],
]
const PLAN: readonly (readonly BuiltCell[])[] = [
  ['Load Commissioning Plan'],
  [],
  ['Date', 'Cumulative Peak Load (MW)', 'MVAR'],
  [day('2027-11-01'), 200, 40],
  [null, null, null],
  [day('2028-11-01'), 600, 120],
]

async function stage(file: { path: string; name: string }) {
  const db = memoryCatalog()
  const recognised = await largeLoadForm.recognise(await openSource(file))
  if (!recognised) throw new Error('The form is not recognised.')
  const staged = await recognised.stage({
    db,
    referenceFolder: resourceFolders().reference,
    progress() {},
    turn: () => undefined,
  })
  return { db, recognised, staged }
}

const form = (rows: readonly (readonly BuiltCell[])[]) =>
  writeTempFile(
    buildWorkbook([
      { name: 'LIF', rows },
      { name: 'LCP', rows: PLAN },
    ]),
    'form.xlsx',
  )

describe("ERCOT's large load form", () => {
  test.each([0, 3])('is one load request, found by its labels %i rows further down', async (further) => {
    const { db, recognised, staged } = await stage(form([...Array.from({ length: further }, () => []), ...ANSWERS]))
    expect(recognised).toMatchObject({ title: 'ERCOT large load form, Prairie Hall', asOf: '2026-02-01' })
    expect(staged).toMatchObject({ records: 1, summary: { load_projects: 1, load_mw: 600 } })
    db.pragma('foreign_keys = OFF')
    staged.commit({ dataSet: 1, edition: 1, revision: 1, changeSet: null })
    expect(queueOfEdition(db, 1)).toMatchObject([
      {
        iso: 'ERCOT',
        queueId: 'LLI-0042',
        direction: 'load',
        capacityMw: 600,
        stage: 'application',
        resource: 'Data Centers (non-crypto)',
        proposedCod: '2027-11-01',
        utility: 'Oncor',
      },
    ])
    const extra = JSON.parse(String(db.prepare('SELECT extra FROM queue_project').pluck().get()))
    expect(extra).toMatchObject({ 'Cumulative peak load from 2028-11-01 (MW)': '600' })
    expect(JSON.stringify(extra)).not.toContain('someone@')
    expect(extra).not.toHaveProperty('Signed IA?')
  })

  test('that is not filled in stays out with its reason', async () => {
    const empty = ANSWERS.map(([label, answer]) =>
      label === 'Project name' ? [label, null] : [label ?? null, answer ?? null],
    )
    expect((await stage(form(empty))).staged).toMatchObject({ accepted: 0, rejected: [{ column: 'Project name' }] })
  })

  test('another workbook is none', async () => {
    const other = writeTempFile(
      buildWorkbook([{ name: 'S', rows: [['Project number'], ['Peak demand (MW)']] }]),
      'x.xlsx',
    )
    expect(await largeLoadForm.recognise(await openSource(other))).toBeNull()
  })

  test.runIf(hasSharedFolder())('as published holds its example, which is not imported', async () => {
    const name = 'ERCOT_Large_Load_Information_Form_V1.xlsx'
    const file = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'samples', 'large-load', name)
    const { recognised, staged } = await stage({ path: file, name })
    expect(recognised.asOf).toBe('2025-12-15')
    expect(staged).toMatchObject({ accepted: 0, rejected: [{ row: 7, column: 'Project number' }] })
  })
})
