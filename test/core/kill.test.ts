import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { coreChild } from '../support/core-child.ts'
import { peek, tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

const ROUNDS = 6

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

describe('a process killed at a random moment', () => {
  test('in a storm of edits loses no edit that was answered', async () => {
    const folder = tempFolder()
    const catalog = tempCatalog('Ada', folder)
    await catalog.report(sitesCsv([{}, {}]))
    await catalog.close()
    for (let round = 0; round < ROUNDS; round++) {
      const child = coreChild('edit', catalog.file)
      expect(await child.nextLine()).toBe('open')
      expect(await child.nextLine()).toBe('1')
      await pause(Math.random() * 400)
      const answered = 1 + (await child.kill()).length
      await catalog.reopen()
      expect((await catalog.call['catalog.check']({})).filter((finding) => !finding.ok)).toEqual([])
      const { attributes } = await catalog.call['sites.get']({ siteId: 'site-1' })
      const last = Math.max(
        ...attributes
          .filter(({ field }) => field === 'landAcres' || field === 'queueMw')
          .map(({ value }) => Number(value)),
      )
      // The one that was on its way when the process died may be there or not.
      expect([answered, answered + 1]).toContain(last)
      const written = peek<{ count: number }>(catalog, 'SELECT count(*) AS count FROM op')[0]?.count ?? 0
      expect(written).toBeGreaterThanOrEqual(answered)
      while ((await catalog.call['history.undo']({})).label !== null);
      await catalog.call['sites.edit']({ siteId: 'site-1', field: 'landAcres', value: null })
      await catalog.call['sites.edit']({ siteId: 'site-1', field: 'queueMw', value: null })
      await catalog.close()
    }
  })

  test('in an import leaves all of its rows or none, and the catalog sound', async () => {
    const folder = tempFolder()
    const catalog = tempCatalog('Ada', folder)
    const rows = (count: number, acres: number) =>
      sitesCsv(Array.from({ length: count }, () => ({ land_acres: acres })))
    await catalog.report(rows(2_000, 0))
    await catalog.close()
    const outcomes: string[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      const file = path.join(folder, 'next.csv')
      writeFileSync(file, rows(2_000 + 500 * round, round))
      const before = peek(catalog, 'SELECT count(*) AS sites, max(land_acres) AS acres FROM site')[0]
      const child = coreChild('import', catalog.file, file)
      expect(await child.nextLine()).toBe('open')
      expect(await child.nextLine()).toBe('running')
      await pause(Math.random() * 500)
      const done = (await child.kill()).includes('done')
      await catalog.reopen()
      expect((await catalog.call['catalog.check']({})).filter((finding) => !finding.ok)).toEqual([])
      const after = peek(catalog, 'SELECT count(*) AS sites, max(land_acres) AS acres FROM site')[0]
      const whole = { sites: 2_000 + 500 * round, acres: round }
      if (done) expect(after).toEqual(whole)
      else expect([before, whole]).toContainEqual(after)
      outcomes.push(done ? 'done' : 'killed')
      await catalog.close()
    }
    expect(outcomes).toHaveLength(ROUNDS)
  })
})
