import { describe, expect, test } from 'vitest'
import { inSentence } from '../../electron/core/import/in-sentence.ts'
import { fuzzImports } from '../support/fuzz/fuzz-imports.ts'
import { seedFiles } from '../support/fuzz/seed-files.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

const CASES = 300

describe('Files broken in every way', () => {
  test('each end in a report or one sentence, and a file that is refused leaves the catalog as it was', async () => {
    // The seed changes from day to day; a fault names it.
    const seed = Math.floor(Date.now() / 86_400_000)
    const { imported, refused, faults } = await fuzzImports({ seed, from: 0, cases: CASES })
    expect(faults).toEqual([])
    expect(imported + refused).toBe(CASES)
    expect(Math.min(imported, refused)).toBeGreaterThan(CASES / 10)
  })

  test('whose header holds a line break twice get one sentence', async () => {
    const { error } = await tempCatalog().importText('name,"mw\nnet","MW\nnet",latitude,longitude\na,1,2,3,4\n')
    expect(error?.message).toBe('"sites.csv" has the column "MW net" twice; rename or remove one and import again.')
  })

  test('of which a page of a map database is damaged are not taken for a damaged catalog', async () => {
    const whole = seedFiles().find(({ name }) => name === 'places.gpkg')?.bytes ?? new Uint8Array()
    const catalog = tempCatalog()
    const messages = new Set<string | undefined>()
    const pageBytes = 4_096
    for (let page = 1; page < whole.length / pageBytes; page += 1) {
      const bytes = whole.slice()
      bytes.fill(0xff, page * pageBytes, page * pageBytes + 100)
      const grant = catalog.grantFile('places.gpkg', bytes)
      const { jobId } = await catalog.call['imports.start']({ grant, dryRun: true })
      messages.add((await catalog.jobDone(jobId)).error?.message)
    }
    messages.delete(undefined)
    expect([...messages]).toEqual([
      '"places.gpkg" is damaged and cannot be read as a GeoPackage; fetch it again and import that.',
    ])
  })
})

test('what a file says is quoted on one line', () => {
  expect(inSentence(' a\r\n\u2028b\tc\0 ')).toBe('a b c')
  expect(inSentence('x'.repeat(100))).toBe(`${'x'.repeat(60)}…`)
})
