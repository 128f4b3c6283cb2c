import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnnotations, requireAnnotation } from '../../electron/core/annotations/read-annotations.ts'
import { readVersions } from '../../electron/core/annotations/read-versions.ts'
import { readCommentCounts, readThreads } from '../../electron/core/comments/read-comments.ts'
import { Database, type Db } from '../../electron/core/db/database.ts'
import { annotationHandlers } from '../../electron/core/handlers/annotation-handlers.ts'
import { commentHandlers } from '../../electron/core/handlers/comment-handlers.ts'
import type { WriterContext } from '../../electron/core/handlers/writer-context.ts'
import { countConflicts } from '../../electron/core/oplog/conflicts.ts'
import { mergeOps, type OpLogEntry, readOps } from '../../electron/core/oplog/merge.ts'
import { step } from '../../electron/core/oplog/undo.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { AnnotationFigure } from '../../shared/domain/annotations/annotation-figure.ts'
import { memoryCatalog } from '../support/replica.ts'

type Handlers = ReturnType<typeof annotationHandlers> & ReturnType<typeof commentHandlers>

/** One person's copy of the catalog. */
interface Replica {
  readonly db: Db
  call<M extends keyof Handlers>(method: M, input: object): Awaited<ReturnType<Handlers[M]>>
  undo(): void
  redo(): void
}

let now = Date.UTC(2026, 6, 1)

function replica(author: string, skewMs = 0, db: Db = memoryCatalog()): Replica {
  const clock = () => {
    now += 1_000
    return now + skewMs
  }
  const context = { db, author, now: clock, committed: () => {} } as unknown as WriterContext
  const handlers: Handlers = { ...annotationHandlers(context), ...commentHandlers(context) }
  return {
    db,
    call: (method, input) => (handlers[method] as (given: unknown) => never)(contract[method].input.parse(input)),
    undo: () => db.transaction(() => step(db, 'undo', author, clock()))(),
    redo: () => db.transaction(() => step(db, 'redo', author, clock()))(),
  }
}

/** Both hear everything of each other. */
function exchange(...replicas: readonly Replica[]): void {
  for (let round = 0; round < 2; round++)
    for (const into of replicas) for (const from of replicas) if (from !== into) mergeOps(into.db, readOps(from.db))
}

function figure(longitude: number): AnnotationFigure {
  return { shape: 'point', geometry: { type: 'Point', coordinates: [longitude, 31] }, radiusMetres: null }
}

function all(db: Db) {
  return readAnnotations(db, { limit: 20_000 })
}

function shared(): { ada: Replica; ben: Replica; annotationId: string } {
  const [ada, ben] = [replica('Ada'), replica('Ben')]
  const { created } = ada.call('annotations.write', { create: [{ figure: figure(-97), label: 'Pad' }] })
  exchange(ada, ben)
  return { ada, ben, annotationId: created[0] ?? '' }
}

describe('one drawing changed by two people who have not heard of each other', () => {
  test('keeps both changes where they are of different parts', () => {
    const { ada, ben, annotationId } = shared()
    ada.call('annotations.write', { update: [{ annotationId, label: 'Hall 1' }] })
    ben.call('annotations.write', { update: [{ annotationId, figure: figure(-96), category: 'buildingPad' }] })
    exchange(ada, ben)
    for (const { db } of [ada, ben])
      expect(all(db).annotations).toMatchObject([
        {
          label: 'Hall 1',
          figure: figure(-96),
          category: 'buildingPad',
          conflicts: [],
          author: 'Ada',
          changedBy: 'Ben',
        },
      ])
  })

  test('tells of a true conflict with both values, and the next write of it settles it everywhere', () => {
    const { ada, ben, annotationId } = shared()
    ada.call('annotations.write', { update: [{ annotationId, figure: figure(-95) }] })
    ben.call('annotations.write', { update: [{ annotationId, figure: figure(-94) }] })
    exchange(ada, ben)
    expect([countConflicts(ada.db), countConflicts(ben.db)]).toEqual([1, 1])
    for (const { db } of [ada, ben]) {
      expect(requireAnnotation(db, annotationId)).toMatchObject({ figure: figure(-94), conflicts: ['figure'] })
      expect(readVersions(db, annotationId)).toMatchObject([
        {
          part: 'figure',
          versions: [
            { value: figure(-94), author: 'Ben' },
            { value: figure(-95), author: 'Ada' },
          ],
        },
      ])
    }
    ada.call('annotations.write', { update: [{ annotationId, figure: figure(-94) }] })
    exchange(ada, ben)
    expect([countConflicts(ada.db), countConflicts(ben.db)]).toEqual([0, 0])
    for (const { db } of [ada, ben])
      expect(requireAnnotation(db, annotationId)).toMatchObject({ figure: figure(-94), conflicts: [] })
  })

  test.each([
    [
      'removed',
      (each: Replica, annotationId: string) => void each.call('annotations.write', { remove: [annotationId] }),
    ],
    ['undone', (each: Replica) => each.undo()],
  ])('stays whole where one %s it and the other went on with it', (_, take) => {
    const { ada, ben, annotationId } = shared()
    take(ada, annotationId)
    ben.call('annotations.write', { update: [{ annotationId, text: 'Soil test on Friday' }] })
    expect(all(ada.db).annotations).toEqual([])
    exchange(ada, ben)
    for (const { db } of [ada, ben])
      expect(all(db).annotations).toMatchObject([{ label: 'Pad', text: 'Soil test on Friday', figure: figure(-97) }])
  })

  test('goes where both removed it', () => {
    const { ada, ben, annotationId } = shared()
    for (const each of [ada, ben]) each.call('annotations.write', { remove: [annotationId] })
    exchange(ada, ben)
    for (const { db } of [ada, ben]) {
      expect(all(db).annotations).toEqual([])
      expect(countConflicts(db)).toBe(0)
    }
  })

  test('leaves a drawing outside of all layers whose layer the other removed, until that is undone', () => {
    const { ada, ben, annotationId } = shared()
    const { groupId } = ada.call('annotations.saveGroup', { name: 'Option A' })
    exchange(ada, ben)
    ada.call('annotations.removeGroup', { groupId })
    ben.call('annotations.write', { update: [{ annotationId, groupId }] })
    exchange(ada, ben)
    for (const { db } of [ada, ben]) expect(all(db)).toMatchObject({ annotations: [{ groupId: null }], groups: [] })
    ada.undo()
    exchange(ada, ben)
    for (const { db } of [ada, ben])
      expect(all(db)).toMatchObject({ annotations: [{ groupId }], groups: [{ groupId }] })
  })
})

describe('comments of two people who have not heard of each other', () => {
  function talking() {
    const [ada, ben] = [replica('Ada'), replica('Ben')]
    const anchor = { type: 'point', position: { latitude: 31, longitude: -97 }, siteId: null }
    const { threadId, commentId } = ada.call('comments.start', { anchor, text: 'Who owns the road?' })
    exchange(ada, ben)
    return { ada, ben, threadId, commentId }
  }
  const textsOf = ({ db }: Replica) =>
    readThreads(db, { limit: 100 }).threads.map(({ comments }) => comments.map(({ text }) => text))

  test('stand in one thread in the same order on both machines', () => {
    const { ada, ben, threadId } = talking()
    ada.call('comments.reply', { threadId, text: 'I ask the county' })
    ben.call('comments.reply', { threadId, text: 'A farmer' })
    exchange(ada, ben)
    expect(textsOf(ada)).toEqual([['Who owns the road?', 'I ask the county', 'A farmer']])
    expect(textsOf(ben)).toEqual(textsOf(ada))
  })

  test.each([
    ['removed', (each: Replica, commentId: string) => void each.call('comments.remove', { commentId })],
    ['undone', (each: Replica) => each.undo()],
  ])('keep an answer to words that were %s', (_, take) => {
    const { ada, ben, threadId, commentId } = talking()
    take(ada, commentId)
    ben.call('comments.reply', { threadId, text: 'A farmer' })
    expect(textsOf(ada)).toEqual([])
    exchange(ada, ben)
    expect([textsOf(ada), textsOf(ben)]).toEqual([[['A farmer']], [['A farmer']]])
  })

  test('say that a thread is contested where one resolved it, the other reopened it, until somebody decides', () => {
    const { ada, ben, threadId } = talking()
    ada.call('comments.resolve', { threadId, isResolved: true })
    exchange(ada, ben)
    ada.call('comments.resolve', { threadId, isResolved: false })
    ben.call('comments.reply', { threadId, text: 'Done, see the deed' })
    ben.call('comments.resolve', { threadId, isResolved: false })
    ben.call('comments.resolve', { threadId, isResolved: true })
    exchange(ada, ben)
    for (const { db } of [ada, ben])
      expect(readThreads(db, { limit: 9 }).threads[0]).toMatchObject({ isContested: true, isResolved: true })
    ada.call('comments.resolve', { threadId, isResolved: true })
    exchange(ada, ben)
    for (const { db } of [ada, ben])
      expect(readThreads(db, { limit: 9 }).threads[0]).toMatchObject({ isContested: false, isResolved: true })
  })
})

describe('an op from another catalog that no page could have written', () => {
  function forged(db: Db, change: Partial<OpLogEntry>): OpLogEntry {
    const [known] = readOps(db)
    if (!known) throw new Error('The catalog has no op.')
    return { ...known, id: `${'f'.repeat(12)}-0000-${'f'.repeat(16)}`, parents: [known.id], ...change }
  }

  test.each([
    ['a figure of NaN', 'figure', '{"value":{"shape":"point","geometry":{"type":"Point","coordinates":[null,1]}}}'],
    [
      'a figure beyond the map',
      'figure',
      '{"value":{"shape":"point","geometry":{"type":"Point","coordinates":[0,89]}}}',
    ],
    ['a part without a value', 'figure', '{}'],
    ['a figure that is a text', 'figure', '{"value":"hello"}'],
  ])('(%s) is kept in the log and draws nothing', (_, field, value) => {
    const { ada, ben } = shared()
    mergeOps(ben.db, [forged(ada.db, { field, value })])
    expect(all(ben.db).annotations).toEqual([])
    expect(readOps(ben.db)).toHaveLength(2)
  })

  test.each([
    ['category', '{"value":"helipad"}', { category: 'other' }],
    ['style', '{"value":{"strokeColor":"url(#x)"}}', { style: expect.objectContaining({ strokeColor: '#0072b2' }) }],
    ['label', '{"value":7}', { label: '' }],
  ])('on the %s is shown as by default', (field, value, shown) => {
    const { ada, ben } = shared()
    mergeOps(ben.db, [forged(ada.db, { field, value })])
    expect(all(ben.db).annotations).toMatchObject([shown])
  })

  test('changes nothing of a thread whose anchor it is not', () => {
    const ada = replica('Ada')
    ada.call('comments.start', {
      anchor: { type: 'point', position: { latitude: 31, longitude: -97 }, siteId: null },
      text: 'Hm',
    })
    const [opened] = readOps(ada.db)
    if (!opened) throw new Error('Nothing was written.')
    mergeOps(ada.db, [
      { ...opened, id: `${'f'.repeat(12)}-0000-${'f'.repeat(16)}`, rowId: 'other', value: '{"anchor":7}' },
    ])
    expect(readThreads(ada.db, { limit: 9 }).threads).toHaveLength(1)
  })
})

type Action =
  | { type: 'draw'; who: number; id: number; at: number }
  | { type: 'reshape' | 'label' | 'group'; who: number; id: number; at: number }
  | { type: 'remove'; who: number; id: number; at: number }
  | { type: 'saveGroup' | 'lock' | 'removeGroup'; who: number; id: number; at: number }
  | { type: 'comment' | 'reply' | 'resolve' | 'removeComment'; who: number; id: number; at: number }
  | { type: 'undo' | 'redo'; who: number; id: number; at: number }
  | { type: 'merge'; who: number; id: number; at: number }

const PEOPLE = ['Ada', 'Ben', 'Cleo']
const SKEW_MS = [0, 7_200_000, -7_200_000]
const types = [
  ...['draw', 'reshape', 'label', 'group', 'remove', 'saveGroup', 'lock', 'removeGroup'],
  ...['comment', 'reply', 'resolve', 'removeComment', 'undo', 'redo', 'merge', 'merge'],
] as Action['type'][]
const script = fc.array(fc.record({ type: fc.constantFrom(...types), who: fc.nat(2), id: fc.nat(1), at: fc.nat(2) }), {
  maxLength: 25,
}) as fc.Arbitrary<Action[]>

const ID = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

/** What everybody does; what the catalog refuses (a locked layer, a removed drawing) is left undone. */
function play(actions: readonly Action[]): Replica[] {
  const people = PEOPLE.map((name, i) => replica(name, SKEW_MS[i]))
  const threads: string[] = []
  for (const { type, who, id, at } of actions) {
    const person = people[who] as Replica
    const annotationId = ID(id)
    const groupId = all(person.db).groups[0]?.groupId
    const threadId = threads[id] ?? ID(9)
    const acts: Record<Action['type'], () => unknown> = {
      draw: () => person.call('annotations.write', { create: [{ annotationId, figure: figure(at) }] }),
      reshape: () => person.call('annotations.write', { update: [{ annotationId, figure: figure(at) }] }),
      label: () => person.call('annotations.write', { update: [{ annotationId, label: `Label ${at}` }] }),
      group: () => person.call('annotations.write', { update: [{ annotationId, groupId: groupId ?? null }] }),
      remove: () => person.call('annotations.write', { remove: [annotationId] }),
      saveGroup: () => person.call('annotations.saveGroup', { groupId, name: `Group ${at}` }),
      lock: () => person.call('annotations.saveGroup', { groupId, isLocked: at > 0 }),
      removeGroup: () =>
        person.call('annotations.removeGroup', { groupId: groupId ?? ID(7), withAnnotations: at === 0 }),
      comment: () => {
        const anchor = { type: 'annotation', annotationId }
        threads.push(person.call('comments.start', { anchor, text: `Comment ${at}` }).threadId)
      },
      reply: () => person.call('comments.reply', { threadId, text: `Reply ${at}` }),
      resolve: () => person.call('comments.resolve', { threadId, isResolved: at > 0 }),
      removeComment: () => {
        const [thread] = readThreads(person.db, { limit: 1 }).threads
        person.call('comments.remove', { commentId: thread?.comments[0]?.commentId ?? ID(8) })
      },
      undo: () => person.undo(),
      redo: () => person.redo(),
      merge: () => mergeOps(person.db, readOps((people[at] as Replica).db)),
    }
    const before = readOps(person.db).length
    try {
      acts[type]()
    } catch (error) {
      // A refusal is a sentence and leaves no trace.
      expect((error as Error).message).toMatch(/^[A-Z"].*[.\]]$/s)
      expect(readOps(person.db)).toHaveLength(before)
    }
  }
  return people
}

/** What every machine must agree on. */
function stateOf(db: Db): unknown {
  return {
    ops: readOps(db),
    annotations: db.prepare('SELECT * FROM annotation ORDER BY id').all(),
    groups: db.prepare('SELECT * FROM annotation_group ORDER BY id').all(),
    threads: db.prepare('SELECT * FROM comment_thread ORDER BY id').all(),
    comments: db.prepare('SELECT * FROM comment ORDER BY id').all(),
    shown: [all(db), readThreads(db, { limit: 100 }), readCommentCounts(db)],
  }
}

describe('whatever three people with wrong clocks draw and say', () => {
  test('is the same on all machines once they have heard of each other', () => {
    fc.assert(
      fc.property(script, (actions) => {
        const people = play(actions)
        exchange(...people)
        const [first, ...others] = people.map(({ db }) => stateOf(db))
        for (const other of others) expect(other).toEqual(first)
      }),
      { numRuns: 60 },
    )
  })

  test('does not hang on the order in which their changes arrive', () => {
    fc.assert(
      fc.property(script, fc.infiniteStream(fc.nat(1_000)), (actions, order) => {
        const ops = play(actions).flatMap(({ db }) => readOps(db))
        const [sorted, shuffled] = [memoryCatalog(), memoryCatalog()]
        mergeOps(sorted, ops)
        const keyed = ops.map((op) => ({ op, key: order.next().value as number }))
        for (const { op } of keyed.sort((a, b) => a.key - b.key)) mergeOps(shuffled, [op])
        expect(stateOf(shuffled)).toEqual(stateOf(sorted))
      }),
      { numRuns: 40 },
    )
  })

  test('is taken back to nothing by undoing every step of one who worked alone', () => {
    fc.assert(
      fc.property(script, (actions) => {
        const [ada] = play(
          actions
            .filter(({ type }) => type !== 'undo' && type !== 'redo' && type !== 'merge')
            .map((each) => ({ ...each, who: 0 })),
        )
        if (!ada) return
        const before = stateOf(ada.db) as { shown: unknown }
        for (let i = 0; i < 40; i++) ada.undo()
        expect(all(ada.db)).toEqual({ annotations: [], groups: [], leftOut: 0 })
        expect(readThreads(ada.db, { limit: 9 }).threads).toEqual([])
        for (let i = 0; i < 40; i++) ada.redo()
        const strip = (value: unknown) =>
          JSON.parse(JSON.stringify(value), (key, each) => (/^(changedAt|editedAt|at)$/.test(key) ? 0 : each))
        expect(strip((stateOf(ada.db) as { shown: unknown }).shown)).toEqual(strip(before.shown))
      }),
      { numRuns: 40 },
    )
  })
})

test('a catalog that is opened again shows what its log says', () => {
  fc.assert(
    fc.property(script, (actions) => {
      const [ada] = play(actions)
      if (!ada) return
      const copy = new Database(ada.db.serialize())
      expect(stateOf(copy)).toEqual(stateOf(ada.db))
      copy.close()
    }),
    { numRuns: 5 },
  )
})
