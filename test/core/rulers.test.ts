import { describe, expect, test } from 'vitest'
import type { SavedRuler } from '../../shared/contract/rulers.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

const FIRM = { id: 'firm_service', weight: 60, worst: 0, best: 1 }

const FIRM_FIRST = {
  name: 'Firm first',
  lens: 'ai' as const,
  criteria: [FIRM, { id: 'power_price', weight: 40, worst: 90, best: 20 }],
} satisfies Omit<SavedRuler, 'rulerId' | 'version' | 'author' | 'savedAt'>

async function names(catalog: ReturnType<typeof tempCatalog>): Promise<string[]> {
  return (await catalog.call['rulers.list']({})).map(({ name, version }) => `${name} ${version}`)
}

describe("a catalog's rulers", () => {
  test('are saved, gain a version with every save, undo and redo, and are removed', async () => {
    const catalog = tempCatalog()
    const { rulerId, version, label } = await catalog.call['rulers.save'](FIRM_FIRST)
    expect([label, version]).toEqual(['Add ruler Firm first', 1])
    expect(await catalog.call['rulers.list']({})).toMatchObject([{ rulerId, ...FIRM_FIRST, version: 1, author: 'Ada' }])
    const second = await catalog.call['rulers.save']({ ...FIRM_FIRST, rulerId, name: 'Firm and cheap', seenVersion: 1 })
    expect(second.version).toBe(2)
    await catalog.call['history.undo']({})
    expect(await names(catalog)).toEqual(['Firm first 3'])
    await catalog.call['history.redo']({})
    expect(await names(catalog)).toEqual(['Firm and cheap 4'])
    await catalog.call['rulers.remove']({ rulerId })
    expect(await names(catalog)).toEqual([])
    await catalog.call['history.undo']({})
    expect(await names(catalog)).toEqual(['Firm and cheap 4'])
  })

  test('keep the comparisons in pairs that their weights come from', async () => {
    const catalog = tempCatalog()
    const judgments = [{ name: 'Ada', steps: { 'value price': -3 } }]
    await catalog.call['rulers.save']({ ...FIRM_FIRST, judgments })
    expect(await catalog.call['rulers.list']({})).toMatchObject([{ judgments }])
    const beyond = [{ name: 'Ada', steps: { 'value price': 9 } }]
    await expect(catalog.call['rulers.save']({ ...FIRM_FIRST, name: 'Second', judgments: beyond })).rejects.toThrow()
  })

  test('vanish with the undo of their making', async () => {
    const catalog = tempCatalog()
    await catalog.call['rulers.save'](FIRM_FIRST)
    await catalog.call['history.undo']({})
    expect(await names(catalog)).toEqual([])
    await catalog.call['history.redo']({})
    expect(await names(catalog)).toHaveLength(1)
  })

  test.each([
    [
      'weights that are all 0',
      { criteria: FIRM_FIRST.criteria.map((each) => ({ ...each, weight: 0 })) },
      /^The ruler was not saved: All weights are 0; give/,
    ],
    [
      'a negative weight',
      { criteria: [{ ...FIRM, weight: -1 }] },
      /Firm service must be a number from 0 up, not -1\.$/,
    ],
    ['equal bounds', { criteria: [{ ...FIRM, worst: 1 }] }, /Firm service are both 1; set two different bounds\.$/],
    ['an unknown criterion', { criteria: [{ ...FIRM, id: '__proto__' }] }, /There is no criterion "__proto__"/],
    ['no name', { name: ' ' }, /^The ruler was not saved: A ruler needs a name/],
    ['the name of a built-in ruler', { name: 'switchyard 2026' }, /^There is a ruler named switchyard 2026 already/],
  ])('with %s are refused in one sentence, and nothing is written', async (_, changes, sentence) => {
    const catalog = tempCatalog()
    await expect(catalog.call['rulers.save']({ ...FIRM_FIRST, ...changes })).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringMatching(sentence),
    })
    expect(await names(catalog)).toEqual([])
  })

  test('are not overwritten by somebody who has not seen the newest version', async () => {
    const catalog = tempCatalog()
    const { rulerId } = await catalog.call['rulers.save'](FIRM_FIRST)
    await catalog.call['rulers.save']({ ...FIRM_FIRST, rulerId, lens: 'mining' })
    await expect(catalog.call['rulers.save']({ ...FIRM_FIRST, rulerId, seenVersion: 1 })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await catalog.call['rulers.list']({})).toMatchObject([{ lens: 'mining', version: 2 }])
  })
})
