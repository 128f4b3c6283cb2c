import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../electron/core/db/database.ts'
import { readDeckOps } from '../../electron/core/deck/deck-ops.ts'
import { contentHeads, headsByField } from '../../electron/core/deck/deck-state.ts'
import { readDecks } from '../../electron/core/deck/read-decks.ts'
import { tick } from '../../electron/core/oplog/clock.ts'
import { countConflicts } from '../../electron/core/oplog/conflicts.ts'
import { mergeOps, readOps } from '../../electron/core/oplog/merge.ts'
import { commitEdit, step } from '../../electron/core/oplog/undo.ts'
import { memoryCatalog } from '../support/replica.ts'

const REPLICAS = 3
const SKEW_MS = [0, 2 * 3_600_000, -2 * 3_600_000]
const ASSUMPTIONS = ['btcPriceUsd', 'difficultyT', 'feeShare'] as const
const FIELDS = ['gridVoltageKv', 'landAcres', 'plannedMw'] as const

type Action =
  | { type: 'edit'; replica: number; site: number; field: number; value: number }
  | { type: 'note'; replica: number; note: number; text: string }
  | { type: 'deleteNote'; replica: number; note: number }
  | { type: 'deck'; replica: number; deck: number; field: number; value: number }
  | { type: 'deleteDeck'; replica: number; deck: number }
  | { type: 'undo' | 'redo'; replica: number }
  | { type: 'merge'; from: number; into: number }

const replica = fc.nat(REPLICAS - 1)
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      replica,
      site: fc.nat(1),
      field: fc.nat(2),
      value: fc.nat(5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('note' as const),
      replica,
      note: fc.nat(1),
      text: fc.constantFrom('a', 'b', 'c'),
    }),
  },
  fc.record({ type: fc.constant('deleteNote' as const), replica, note: fc.nat(1) }),
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('deck' as const),
      replica,
      deck: fc.nat(1),
      field: fc.nat(2),
      value: fc.nat(3),
    }),
  },
  fc.record({ type: fc.constant('deleteDeck' as const), replica, deck: fc.nat(1) }),
  fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const), replica }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('merge' as const), from: replica, into: replica }) },
)

/** Carries the actions out on three machines whose clocks are hours apart. */
function play(actions: readonly Action[]): Db[] {
  const replicas = Array.from({ length: REPLICAS }, memoryCatalog)
  let now = Date.UTC(2026, 6, 1)
  for (const each of actions) {
    now += 1_000
    if (each.type === 'merge') {
      mergeOps(replicas[each.into] as Db, readOps(replicas[each.from] as Db))
      continue
    }
    const db = replicas[each.replica] as Db
    const clock = now + (SKEW_MS[each.replica] ?? 0)
    const author = `person ${each.replica}`
    const commit = (changes: Parameters<typeof commitEdit>[1]['changes']) =>
      db.transaction(() => commitEdit(db, { label: each.type, author, changes }, clock))()
    if (each.type === 'edit') {
      const value = { value: each.value, source: '', asOf: null, rung: 'claimed' }
      commit([{ entity: 'site', rowId: `s${each.site}`, field: FIELDS[each.field] ?? 'landAcres', value }])
    } else if (each.type === 'note') {
      commit([
        { entity: 'note', rowId: `n${each.note}`, field: 'site', value: 's0' },
        { entity: 'note', rowId: `n${each.note}`, field: 'text', value: each.text },
      ])
    } else if (each.type === 'deleteNote') {
      const saw = db.prepare(`SELECT op FROM head WHERE row_id = ? AND field = 'text'`).pluck().all(`n${each.note}`)
      commit([{ entity: 'note', rowId: `n${each.note}`, field: '_deleted', value: { saw } }])
    } else if (each.type === 'deck') {
      const cell = { entity: 'deck', rowId: `d${each.deck}` } as const
      const value = { value: each.value, source: '', asOf: null, author }
      commit([
        { ...cell, field: 'name', value: `Deck ${each.value}` },
        { ...cell, field: 'asOf', value: '2026' },
        { ...cell, field: 'base', value: { preset: '2026-07', deck: null, values: {} } },
        { ...cell, field: `value.${ASSUMPTIONS[each.field] ?? 'feeShare'}`, value },
      ])
    } else if (each.type === 'deleteDeck') {
      const heads = headsByField(readDeckOps(db, `d${each.deck}`))
      commit([{ entity: 'deck', rowId: `d${each.deck}`, field: '_deleted', value: { saw: contentHeads(heads) } }])
    } else db.transaction(() => step(db, each.type, author, clock))()
  }
  return replicas
}

function mergeAll(replicas: readonly Db[]): void {
  for (let round = 0; round < 2; round++)
    for (const into of replicas) for (const from of replicas) if (from !== into) mergeOps(into, readOps(from))
}

/** What every machine must agree on; keys and revisions are each machine's own. */
function stateOf(db: Db): unknown {
  const sites = db.prepare('SELECT * FROM site ORDER BY id').all() as Record<string, unknown>[]
  return {
    ops: readOps(db),
    heads: db.prepare('SELECT * FROM head ORDER BY entity, row_id, field, op').all(),
    sites: sites.map(({ key, revision, ...site }) => site),
    notes: db.prepare('SELECT * FROM note ORDER BY id').all(),
    decks: readDecks(db),
    conflicts: countConflicts(db),
  }
}

const actions = fc.array(action, { maxLength: 30 })

describe('merging the change logs of three machines with wrong clocks', () => {
  test('leaves all of them with the same catalog', () => {
    fc.assert(
      fc.property(actions, (script) => {
        const replicas = play(script)
        mergeAll(replicas)
        const [first, ...others] = replicas.map(stateOf)
        for (const other of others) expect(other).toEqual(first)
      }),
      { numRuns: 60 },
    )
  })

  test('loses no op: each is a head or the ancestor of one', () => {
    fc.assert(
      fc.property(actions, (script) => {
        const replicas = play(script)
        const written = new Set(replicas.flatMap((db) => readOps(db).map((op) => op.id)))
        mergeAll(replicas)
        const db = replicas[0] as Db
        const kept = db
          .prepare(
            `WITH RECURSIVE reached (op) AS (
               SELECT op FROM head UNION SELECT parent FROM op_parent JOIN reached ON child = reached.op)
             SELECT op FROM reached`,
          )
          .pluck()
          .all() as string[]
        expect(new Set(kept)).toEqual(written)
      }),
      { numRuns: 60 },
    )
  })

  test('a second time, or in the other order, changes nothing', () => {
    fc.assert(
      fc.property(actions, (script) => {
        const [a, b, c] = play(script) as [Db, Db, Db]
        const [opsOfA, opsOfB] = [readOps(a), readOps(b)]
        const [left, right] = [memoryCatalog(), memoryCatalog()]
        mergeOps(left, opsOfA)
        mergeOps(left, opsOfB)
        mergeOps(right, opsOfB)
        mergeOps(right, opsOfA)
        expect(stateOf(left)).toEqual(stateOf(right))
        const before = stateOf(left)
        expect(mergeOps(left, opsOfA)).toBe(0)
        expect(stateOf(left)).toEqual(before)
        mergeOps(left, readOps(c))
        mergeOps(right, readOps(c).toReversed())
        expect(stateOf(left)).toEqual(stateOf(right))
      }),
      { numRuns: 60 },
    )
  })

  test('calls only changes a conflict that have not seen each other and differ', () => {
    fc.assert(
      fc.property(actions, (script) => {
        const replicas = play(script)
        mergeAll(replicas)
        const db = replicas[0] as Db
        const ancestorsOf = db
          .prepare(
            `WITH RECURSIVE up (op) AS (
               SELECT parent FROM op_parent WHERE child = ? UNION SELECT parent FROM op_parent JOIN up ON child = up.op)
             SELECT op FROM up`,
          )
          .pluck()
        const heads = db.prepare('SELECT entity, row_id, field, op FROM head').all() as Record<string, string>[]
        for (const one of heads)
          for (const other of heads) {
            if (one === other || `${one['row_id']} ${one['field']}` !== `${other['row_id']} ${other['field']}`) continue
            expect(ancestorsOf.all(one['op'])).not.toContain(other['op'])
          }
      }),
      { numRuns: 40 },
    )
  })
})

const cell = { entity: 'site', rowId: 's', field: 'landAcres' } as const

function edit(db: Db, value: number, nowMs: number): void {
  const changes = [{ ...cell, value: { value, source: '', asOf: null, rung: 'claimed' } }]
  db.transaction(() => commitEdit(db, { label: 'Edit', author: 'x', changes }, nowMs))()
}

function acres(db: Db): number {
  return db.prepare('SELECT land_acres FROM site').pluck().get() as number
}

describe('a conflict', () => {
  test('shows the same value everywhere and ends on all machines with the next edit of it', () => {
    const [a, b] = [memoryCatalog(), memoryCatalog()]
    edit(a, 1, 1_000)
    edit(b, 2, 2_000)
    mergeOps(a, readOps(b))
    mergeOps(b, readOps(a))
    expect([countConflicts(a), countConflicts(b)]).toEqual([1, 1])
    expect([acres(a), acres(b)]).toEqual([2, 2])
    edit(a, 1, 3_000)
    mergeOps(b, readOps(a))
    expect([countConflicts(a), countConflicts(b)]).toEqual([0, 0])
    expect([acres(a), acres(b)]).toEqual([1, 1])
  })

  test('is none where two people wrote the same', () => {
    const [a, b] = [memoryCatalog(), memoryCatalog()]
    edit(a, 7, 1_000)
    edit(b, 7, 2_000)
    mergeOps(a, readOps(b))
    expect(countConflicts(a)).toBe(0)
  })

  test("keeps undo from overwriting somebody else's edit, and says that it skipped it", () => {
    const [a, b] = [memoryCatalog(), memoryCatalog()]
    edit(a, 1, 1_000)
    mergeOps(b, readOps(a))
    edit(b, 2, 2_000)
    mergeOps(a, readOps(b))
    expect(a.transaction(() => step(a, 'undo', 'x', 3_000))()).toMatchObject({ label: 'Edit', skipped: 1 })
    expect(acres(a)).toBe(2)
  })
})

describe('a removal that is undone with the making and redone with it', () => {
  test('removes again', () => {
    const db = memoryCatalog()
    const note = { entity: 'note', rowId: 'n' } as const
    let nowMs = 1_000
    const act = (work: () => unknown) => {
      nowMs += 1_000
      db.transaction(work)()
    }
    const notes = () => db.prepare('SELECT count(*) FROM note').pluck().get()
    act(() =>
      commitEdit(
        db,
        {
          label: 'Add note',
          author: 'x',
          changes: [
            { ...note, field: 'site', value: 's' },
            { ...note, field: 'text', value: 'a' },
          ],
        },
        nowMs,
      ),
    )
    const saw = db.prepare(`SELECT op FROM head WHERE row_id = 'n' AND field = 'text'`).pluck().all()
    act(() =>
      commitEdit(
        db,
        { label: 'Remove note', author: 'x', changes: [{ ...note, field: '_deleted', value: { saw } }] },
        nowMs,
      ),
    )
    expect(notes()).toBe(0)
    const seen: unknown[] = []
    for (const way of ['undo', 'undo', 'redo', 'redo'] as const) {
      act(() => step(db, way, 'x', nowMs))
      seen.push(notes())
    }
    expect(seen).toEqual([1, 0, 1, 0])
  })
})

describe('an op from a newer version', () => {
  test('on an unknown field is kept and passed on', () => {
    const [a, b] = [memoryCatalog(), memoryCatalog()]
    edit(a, 1, 1_000)
    const [known] = readOps(a)
    if (!known) throw new Error('The edit wrote no op.')
    const id = `${known.id.slice(0, -16)}${'f'.repeat(16)}`
    mergeOps(a, [{ ...known, id, field: 'helicopterPads', value: '{"value":2}' }])
    mergeOps(b, readOps(a))
    expect(readOps(b).map((op) => op.field)).toContain('helicopterPads')
    expect(acres(b)).toBe(1)
  })
})

describe('the clock', () => {
  const node = '0123456789abcdef'

  test('only goes forward, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.constantFrom(0, 1, 2 ** 48, -5)), { minLength: 2 }), (walls) => {
        let last = ''
        for (const wall of walls) {
          const next = tick(last, node, wall)
          expect(next > last).toBe(true)
          expect(next).toMatch(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}$/)
          last = next
        }
      }),
    )
  })

  test('counts on through more changes than a millisecond has room for', () => {
    let last = ''
    for (let i = 0; i < 70_000; i++) {
      const next = tick(last, node, 1_000)
      if (!(next > last)) throw new Error(`${next} is not after ${last}`)
      last = next
    }
    expect(last.slice(0, 12)).toBe((1_001).toString(16).padStart(12, '0'))
  })
})
