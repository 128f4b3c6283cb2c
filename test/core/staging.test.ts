import { expect, test } from 'vitest'
import { diffSites } from '../../electron/core/data-set/diff-sites.ts'
import { SiteStaging } from '../../electron/core/data-set/site-staging.ts'
import type { ImportedRecord } from '../../electron/core/import/imported-record.ts'
import { memoryCatalog } from '../support/replica.ts'

function record(siteId: string, rowNumber: number): ImportedRecord {
  return {
    siteId,
    rowNumber,
    source: '',
    asOf: null,
    values: { name: siteId },
    rungs: {},
    header: ['name'],
    cells: [siteId],
  }
}

test('the second row of one site and an id that no site can have are rejected with their reasons', () => {
  const staging = new SiteStaging(memoryCatalog())
  staging.add(record('a', 2))
  staging.add(record('a', 3))
  staging.add(record('', 4))
  staging.add(record('x'.repeat(121), 5))
  expect(staging.recordCount).toBe(1)
  expect(staging.rejected).toEqual([
    { row: 3, column: null, reason: 'the site "a" is already in row 2' },
    { row: 4, column: null, reason: 'the id of the site must have 1 to 120 characters' },
    { row: 5, column: null, reason: 'the id of the site must have 1 to 120 characters' },
  ])
})

test('what an earlier import left behind does not get into the next', () => {
  const db = memoryCatalog()
  const abandoned = new SiteStaging(db)
  abandoned.add(record('a', 2))
  abandoned.flush()
  const staging = new SiteStaging(db)
  staging.add(record('b', 2))
  staging.flush()
  expect(diffSites(db, undefined).added).toBe(1)
  staging.drop()
  expect(db.prepare('SELECT count(*) FROM sqlite_temp_schema').pluck().get()).toBe(0)
})
