import { describe, expect, test } from 'vitest'
import { sitesCsv } from '../support/builders.ts'
import { coreChild } from '../support/core-child.ts'
import { KILLED_KINDS, killImports } from '../support/kill-imports.ts'
import { peek, tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

const ROUNDS = 4
const IMPORT_ROUNDS = 2

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
      // The first step was the import, and with it went the site.
      await catalog.call['history.redo']({})
      await catalog.call['sites.edit']({ siteId: 'site-1', field: 'landAcres', value: null })
      await catalog.call['sites.edit']({ siteId: 'site-1', field: 'queueMw', value: null })
      await catalog.close()
    }
  })

  test.each(KILLED_KINDS)(
    'in an import of $kind leaves all of its rows or none, and the catalog sound',
    async (kind) => {
      const outcomes = await killImports(kind, { folder: tempFolder(), rounds: IMPORT_ROUNDS, seed: Date.now() % 1e6 })
      expect(outcomes).toHaveLength(IMPORT_ROUNDS)
    },
  )
})
