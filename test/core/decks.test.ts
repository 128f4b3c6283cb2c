import { describe, expect, test } from 'vitest'
import { writeDeckFile } from '../../electron/core/deck/deck-document.ts'
import { mergeOps, readOps } from '../../electron/core/oplog/merge.ts'
import { scenarioOfDeck } from '../../shared/domain/scenario/deck-values.ts'
import { PRESETS } from '../../shared/domain/scenario/presets.ts'
import { resolveScenario } from '../../shared/domain/scenario/resolve-scenario.ts'
import { type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const RENT = { value: 140, source: 'Term sheet of 3 July', asOf: '2026-07-03' }

const BEAR = {
  name: 'Bear case',
  asOf: '2026-08',
  note: 'What the bank assumes.',
  values: { leaseRentUsdPerKwMonth: RENT },
}

async function save(catalog: TempCatalog, more: object = {}) {
  return await catalog.call['decks.save']({ ...BEAR, base: { deckId: '2026-07' }, ...more })
}

async function only(catalog: TempCatalog) {
  const [deck, ...others] = await catalog.call['decks.list']({})
  if (!deck || others.length > 0) throw new Error(`There are ${others.length + 1} decks.`)
  return deck
}

describe('a deck', () => {
  test('keeps name, date, note, base and a source, date and author for each assumption it changes', async () => {
    const catalog = tempCatalog()
    const { deckId, version, label } = await save(catalog)
    expect({ version, label }).toEqual({ version: 1, label: 'Add deck Bear case' })
    await catalog.reopen()
    expect(await catalog.call['decks.get']({ deckId })).toMatchObject({
      name: 'Bear case',
      asOf: '2026-08',
      note: 'What the bank assumes.',
      base: { preset: '2026-07', deck: null },
      values: { leaseRentUsdPerKwMonth: { ...RENT, author: 'Ada' } },
      version: 1,
      author: 'Ada',
    })
  })

  test('rises by a version with every change, and older versions stay readable', async () => {
    const catalog = tempCatalog()
    const { deckId } = await save(catalog)
    const values = { ...BEAR.values, btcPriceUsd: { value: 40_000, source: 'Desk' } }
    expect(await save(catalog, { deckId, values })).toMatchObject({ version: 2, label: 'Save deck Bear case' })
    await catalog.call['decks.rename']({ deckId, name: 'Bank case' })
    expect(await only(catalog)).toMatchObject({ name: 'Bank case', version: 3 })
    const first = await catalog.call['decks.get']({ deckId, version: 1 })
    expect(first).toMatchObject({ name: 'Bear case', version: 1 })
    expect(Object.keys(first.values)).toEqual(['leaseRentUsdPerKwMonth'])
    expect(Object.keys((await catalog.call['decks.get']({ deckId, version: 2 })).values)).toHaveLength(2)
    expect((await catalog.call['decks.versions']({ deckId })).map(({ version, label }) => [version, label])).toEqual([
      [3, 'Rename deck Bear case to Bank case'],
      [2, 'Save deck Bear case'],
      [1, 'Add deck Bear case'],
    ])
    await expect(catalog.call['decks.get']({ deckId, version: 9 })).rejects.toMatchObject({
      code: 'not_found',
      message: 'The deck Bank case has no version 9; it stands at 3.',
    })
  })

  test('that is saved as it stands gets no new version', async () => {
    const catalog = tempCatalog()
    const { deckId } = await save(catalog)
    const { revision } = await catalog.call['catalog.summary']({})
    expect(await save(catalog, { deckId })).toMatchObject({ version: 1, revision })
    expect((await catalog.call['catalog.summary']({})).revision).toBe(revision)
  })

  test('is undone and redone as any edit, each a version of its own', async () => {
    const catalog = tempCatalog()
    const { deckId } = await save(catalog)
    await save(catalog, { deckId, values: {} })
    expect((await catalog.call['history.undo']({})).label).toBe('Save deck Bear case')
    expect(await only(catalog)).toMatchObject({ version: 3, values: { leaseRentUsdPerKwMonth: { value: 140 } } })
    await catalog.call['history.redo']({})
    expect(await only(catalog)).toMatchObject({ version: 4, values: {} })
    await catalog.call['decks.remove']({ deckId })
    expect(await catalog.call['decks.list']({})).toEqual([])
    await expect(catalog.call['decks.get']({ deckId })).rejects.toMatchObject({ code: 'not_found' })
    await catalog.call['history.undo']({})
    expect(await only(catalog)).toMatchObject({ name: 'Bear case', version: 6 })
  })

  test('whose making and deletion are both undone and redone is deleted again', async () => {
    const catalog = tempCatalog()
    const { deckId } = await save(catalog)
    await catalog.call['decks.remove']({ deckId })
    for (const call of ['history.undo', 'history.undo', 'history.redo'] as const) await catalog.call[call]({})
    expect(await only(catalog)).toMatchObject({ name: 'Bear case' })
    await catalog.call['history.redo']({})
    expect(await catalog.call['decks.list']({})).toEqual([])
  })

  test("on another deck's version keeps that version's values, whatever becomes of the other", async () => {
    const catalog = tempCatalog()
    const { deckId: bear } = await save(catalog)
    await save(catalog, { deckId: bear, values: {} })
    const { deckId } = await catalog.call['decks.save']({
      name: 'Worse',
      asOf: '2026-08',
      base: { deckId: bear, version: 1 },
      values: { btcPriceUsd: { value: 30_000 } },
    })
    await catalog.call['decks.remove']({ deckId: bear })
    const deck = await catalog.call['decks.get']({ deckId })
    expect(deck.base).toMatchObject({
      preset: '2026-07',
      deck: { deckId: bear, name: 'Bear case', version: 1 },
      values: { leaseRentUsdPerKwMonth: { source: RENT.source } },
    })
    const resolved = resolveScenario(scenarioOfDeck(deck))
    expect(resolved).toMatchObject({
      ok: true,
      scenario: {
        label: 'Worse, version 1',
        presetId: '2026-07',
        assumptions: { leaseRentUsdPerKwMonth: 140, btcPriceUsd: 30_000, difficultyT: 152 },
      },
    })
  })

  test('is duplicated with its sources; a preset becomes a deck that can be changed', async () => {
    const catalog = tempCatalog()
    const { deckId } = await save(catalog)
    const copy = await catalog.call['decks.duplicate']({ deckId, name: 'Copy' })
    expect(await catalog.call['decks.get']({ deckId: copy.deckId })).toMatchObject({
      name: 'Copy',
      version: 1,
      values: { leaseRentUsdPerKwMonth: RENT },
    })
    const own = await catalog.call['decks.duplicate']({ deckId: 'story-2024-11-22', name: 'Story' })
    expect(await catalog.call['decks.get']({ deckId: own.deckId })).toMatchObject({
      asOf: '2024-11-22',
      base: { preset: 'story-2024-11-22' },
      values: {},
    })
  })

  test.each(PRESETS.map(({ id, label }) => [id, label]))(
    'that is the preset %s cannot be changed',
    async (id, label) => {
      const catalog = tempCatalog()
      const message = `The market of ${label} is built in and stays as it is; duplicate it and change the copy.`
      await expect(save(catalog, { deckId: id })).rejects.toMatchObject({ code: 'bad_input', message })
      await expect(catalog.call['decks.rename']({ deckId: id, name: 'Mine' })).rejects.toMatchObject({ message })
      await expect(catalog.call['decks.remove']({ deckId: id })).rejects.toMatchObject({ message })
    },
  )

  test('needs a name that no other deck and no preset has', async () => {
    const catalog = tempCatalog()
    await save(catalog)
    for (const name of ['bear CASE', 'July 2026', '2026-07'])
      await expect(save(catalog, { name })).rejects.toMatchObject({
        code: 'bad_input',
        message: `There is a deck or a preset named ${name} already; choose another name.`,
      })
    await expect(save(catalog, { name: 'Other', base: { deckId: 'tomorrow' } })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await catalog.call['decks.list']({})).toHaveLength(1)
  })

  test('is not overwritten by somebody who has not seen its newest version', async () => {
    const catalog = tempCatalog()
    const { deckId } = await save(catalog)
    await save(catalog, { deckId, note: 'Newer' })
    await expect(save(catalog, { deckId, note: 'Older', seenVersion: 1 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await save(catalog, { deckId, note: 'Newest', seenVersion: 2 })).toMatchObject({ version: 3 })
  })
})

test('the check of a catalog finds a deck that differs from its changes', async () => {
  const catalog = tempCatalog()
  await save(catalog)
  const decks = async () => (await catalog.call['catalog.check']({})).find(({ check }) => check === 'Decks')
  expect(await decks()).toMatchObject({ ok: true })
  catalog.writer().exec(`UPDATE deck SET content = json_set(content, '$.note', 'Another')`)
  expect(await decks()).toMatchObject({ ok: false, detail: '1 × deck that differs from its changes' })
})

describe('a deck as a file', () => {
  async function fileOf(catalog: TempCatalog): Promise<string> {
    const { deckId } = await save(catalog)
    return writeDeckFile(await catalog.call['decks.get']({ deckId }))
  }

  test('arrives with its id, version and sources; a second copy gets an id and a name of its own', async () => {
    const text = await fileOf(tempCatalog('Ada'))
    const bob = tempCatalog('Bob')
    const { deckId } = await bob.call['decks.import']({ text })
    expect(await only(bob)).toMatchObject({
      deckId,
      name: 'Bear case',
      version: 1,
      origin: { deckId, name: 'Bear case', version: 1, author: 'Ada' },
      values: { leaseRentUsdPerKwMonth: { ...RENT, author: 'Ada' } },
      author: 'Bob',
    })
    const second = await bob.call['decks.import']({ text })
    expect(second.name).toBe('Bear case (2)')
    expect(second.deckId).not.toBe(deckId)
  })

  test.each([
    [
      '"value": 140',
      '"value": -140',
      /leaseRentUsdPerKwMonth must be a number from 0 to 1000 \$\/kW-month, not -140\.$/,
    ],
    ['"value": 140', '"value": null', /leaseRentUsdPerKwMonth must be a number from .*, not null\.$/],
    ['"value": 140', '"value": "much"', /leaseRentUsdPerKwMonth must be a number from .*, not "much"\.$/],
    ['"value": 140', '"value": 1e999', /leaseRentUsdPerKwMonth must be a number from .*, not Infinity\.$/],
    ['leaseRentUsdPerKwMonth', 'rent', /There is no assumption "rent"; there are leaseRentUsdPerKwMonth/],
    ['"2026-07",\n    "deck"', '"2035-12",\n    "deck"', /There is no market preset "2035-12"; choose one of/],
    ['"2026-08"', '"2026-13"', /A date is written 2026, 2026-07 or 2026-07-01\.$/],
    ['"Bear case"', '""', /A deck needs a name of 1 to 80 characters\.$/],
    ['"formatVersion": 1', '"formatVersion": 2', /a newer Switchyard wrote it/],
    ['switchyard-deck', 'playing-cards', /was not exported as a deck/],
    ['{', '', /it is not JSON/],
  ])('with %s turned into %s is refused in one sentence', async (from, to, sentence) => {
    const catalog = tempCatalog()
    const text = await fileOf(tempCatalog())
    expect(text).toContain(from)
    await expect(catalog.call['decks.import']({ text: text.replace(from, to) })).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringMatching(sentence),
    })
    expect(await catalog.call['decks.list']({})).toEqual([])
  })
})

describe("two people's decks", () => {
  async function shared() {
    const [ada, bob] = [tempCatalog('Ada'), tempCatalog('Bob')]
    const { deckId } = await save(ada)
    exchange(ada, bob)
    return { ada, bob, deckId }
  }

  function exchange(a: TempCatalog, b: TempCatalog): void {
    mergeOps(b.writer(), readOps(a.writer()))
    mergeOps(a.writer(), readOps(b.writer()))
  }

  test('come together where they changed different assumptions, and each version stays as it was', async () => {
    const { ada, bob, deckId } = await shared()
    await save(ada, { deckId, values: { ...BEAR.values, btcPriceUsd: { value: 40_000 } } })
    await save(bob, { deckId, values: { ...BEAR.values, difficultyT: { value: 120 } } })
    exchange(ada, bob)
    const deck = await only(ada)
    expect(deck).toEqual(await only(bob))
    expect(Object.keys(deck.values).sort()).toEqual(['btcPriceUsd', 'difficultyT', 'leaseRentUsdPerKwMonth'])
    expect(deck).toMatchObject({ version: 2, isMerged: true, conflicts: [] })
    const versions = await ada.call['decks.versions']({ deckId })
    expect(versions.map(({ version, author }) => [version, author]).sort()).toEqual([
      [1, 'Ada'],
      [2, 'Ada'],
      [2, 'Bob'],
    ])
    const adas = versions.find(({ version, author }) => version === 2 && author === 'Ada')
    const asAdaSavedIt = await bob.call['decks.get']({ deckId, version: adas?.versionId ?? '' })
    expect(Object.keys(asAdaSavedIt.values).sort()).toEqual(['btcPriceUsd', 'leaseRentUsdPerKwMonth'])
    expect(await save(bob, { deckId, values: deck.values })).toMatchObject({ version: 2 })
    expect(await save(bob, { deckId, values: {}, note: 'Settled' })).toMatchObject({ version: 3 })
    exchange(ada, bob)
    expect(await only(ada)).toMatchObject({ version: 3, isMerged: false, note: 'Settled' })
  })

  test('show the later value of an assumption that both changed, name it, and settle with the next save', async () => {
    const { ada, bob, deckId } = await shared()
    await save(ada, { deckId, values: { leaseRentUsdPerKwMonth: { value: 150 } } })
    await save(bob, { deckId, values: { leaseRentUsdPerKwMonth: { value: 160 } } })
    exchange(ada, bob)
    const deck = await only(ada)
    expect(deck).toEqual(await only(bob))
    expect(deck.conflicts).toEqual(['leaseRentUsdPerKwMonth'])
    expect((await ada.call['catalog.summary']({})).conflictCount).toBe(1)
    await save(ada, { deckId, values: { leaseRentUsdPerKwMonth: { value: 155 } } })
    exchange(ada, bob)
    expect(await only(bob)).toMatchObject({ conflicts: [], values: { leaseRentUsdPerKwMonth: { value: 155 } } })
    expect((await bob.call['catalog.summary']({})).conflictCount).toBe(0)
  })

  test('stay where one deleted what the other had changed unseen', async () => {
    const { ada, bob, deckId } = await shared()
    await ada.call['decks.remove']({ deckId })
    await save(bob, { deckId, note: 'Still in use' })
    exchange(ada, bob)
    expect(await only(ada)).toMatchObject({ note: 'Still in use' })
    expect(await only(ada)).toEqual(await only(bob))
    await bob.call['decks.remove']({ deckId })
    exchange(ada, bob)
    expect(await ada.call['decks.list']({})).toEqual([])
  })
})
