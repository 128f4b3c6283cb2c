import { describe, expect, test } from 'vitest'
import type { CommentAnchor, CommentThread } from '../../shared/contract/comments.ts'
import { THREE_SITES } from '../support/builders.ts'
import { contentOf, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const SITE = 'lake-mariner'
const ON_SITE: CommentAnchor = { type: 'site', siteId: SITE }
const PLACE = { latitude: 43.36, longitude: -78.6 }

async function withSites(author = 'Ada', folder?: string): Promise<TempCatalog> {
  const catalog = folder === undefined ? tempCatalog(author) : tempCatalog(author, folder)
  if (folder === undefined) await catalog.report(THREE_SITES)
  return catalog
}

async function threadsOf(catalog: TempCatalog, filter: object = {}): Promise<CommentThread[]> {
  return (await catalog.call['comments.list'](filter)).threads
}

async function drawLine(catalog: TempCatalog, siteId: string | null = SITE): Promise<string> {
  const { created } = await catalog.call['annotations.write']({
    create: [
      {
        figure: {
          shape: 'line',
          geometry: {
            type: 'LineString',
            coordinates: [
              [-78.6, 43.36],
              [-78.5, 43.4],
              [-78.4, 43.5],
            ],
          },
          radiusMetres: null,
        },
        label: 'Fiber route',
        siteId,
      },
    ],
  })
  return created[0] ?? ''
}

describe('a thread of comments', () => {
  test('is about a site, a field, a drawing or a place, and tells what', async () => {
    const catalog = await withSites()
    const annotationId = await drawLine(catalog)
    const anchors: CommentAnchor[] = [
      ON_SITE,
      { type: 'field', siteId: SITE, field: 'landAcres' },
      { type: 'annotation', annotationId },
      { type: 'point', position: PLACE, siteId: null },
    ]
    const labels: string[] = []
    for (const anchor of anchors)
      labels.push((await catalog.call['comments.start']({ anchor, text: 'Look here' })).label)
    expect(labels).toEqual([
      'Comment on Lake Mariner',
      'Comment on Land of Lake Mariner',
      'Comment on Fiber route',
      'Comment on a place on the map',
    ])
    const threads = (await threadsOf(catalog)).toReversed()
    expect(threads.map(({ subject, siteId, position }) => [subject, siteId, position])).toEqual([
      ['', SITE, null],
      ['Land', SITE, null],
      ['Fiber route', SITE, { latitude: 43.4, longitude: -78.5 }],
      ['', null, PLACE],
    ])
    expect(threads.map(({ anchor }) => anchor)).toEqual(anchors)
    expect(await threadsOf(catalog, { siteId: SITE })).toHaveLength(3)
    expect(await threadsOf(catalog, { annotationId })).toHaveLength(1)
    expect(await threadsOf(catalog, { isPinned: true })).toHaveLength(2)
    expect(await catalog.call['comments.list']({ limit: 1 })).toMatchObject({ leftOut: 3 })
  })

  test('grows by replies in their order, and the one with the newest comment comes first', async () => {
    const catalog = await withSites()
    const first = await catalog.call['comments.start']({ anchor: ON_SITE, text: 'Who owns the road?' })
    await catalog.call['comments.start']({ anchor: ON_SITE, text: 'Is there water?' })
    await catalog.call['comments.reply']({ threadId: first.threadId, text: '  The county.  ' })
    const threads = await threadsOf(catalog)
    expect(threads.map(({ comments }) => comments.map(({ text }) => text))).toEqual([
      ['Who owns the road?', 'The county.'],
      ['Is there water?'],
    ])
    expect(threads[0]?.comments[0]).toMatchObject({ author: 'Ada', editedAt: null })
  })

  test('is resolved and opened again, and both are told of and undone', async () => {
    const catalog = await withSites()
    const { threadId } = await catalog.call['comments.start']({ anchor: ON_SITE, text: 'Who owns the road?' })
    const counts = async () => (await catalog.call['comments.counts']({})).sites
    expect(await counts()).toEqual([{ siteId: SITE, open: 1, total: 1 }])
    expect(await catalog.call['comments.resolve']({ threadId, isResolved: true })).toMatchObject({
      label: 'Resolve comments on Lake Mariner',
    })
    expect(await counts()).toEqual([{ siteId: SITE, open: 0, total: 1 }])
    expect((await threadsOf(catalog))[0]).toMatchObject({ isResolved: true, resolution: { author: 'Ada' } })
    expect(await threadsOf(catalog, { isResolved: false })).toEqual([])
    await catalog.call['history.undo']({})
    expect((await threadsOf(catalog))[0]).toMatchObject({ isResolved: false })
    const before = contentOf(catalog)
    await catalog.call['comments.resolve']({ threadId, isResolved: false })
    expect(contentOf(catalog)).toEqual(before)
  })

  test('goes with its last comment, and undo brings it back as it was', async () => {
    const catalog = await withSites()
    const { threadId, commentId } = await catalog.call['comments.start']({ anchor: ON_SITE, text: 'Wrong site' })
    const before = await threadsOf(catalog)
    await catalog.call['comments.remove']({ commentId })
    expect(await threadsOf(catalog)).toEqual([])
    expect(await catalog.call['comments.counts']({})).toEqual({ sites: [], annotations: [] })
    await expect(catalog.call['comments.reply']({ threadId, text: 'Hm' })).rejects.toThrow('start new ones')
    await catalog.call['history.undo']({})
    expect(await threadsOf(catalog)).toEqual(before)
    await catalog.call['history.undo']({})
    expect(await threadsOf(catalog)).toEqual([])
    await catalog.call['history.redo']({})
    expect((await threadsOf(catalog))[0]?.comments.map(({ text }) => text)).toEqual(['Wrong site'])
  })

  test('stays with its site where its drawing is removed, and comes back to it with undo', async () => {
    const catalog = await withSites()
    const annotationId = await drawLine(catalog)
    await catalog.call['comments.start']({ anchor: { type: 'annotation', annotationId }, text: 'Too long' })
    await catalog.call['annotations.write']({ remove: [annotationId] })
    expect((await threadsOf(catalog, { siteId: SITE }))[0]).toMatchObject({
      isOrphan: true,
      position: null,
      subject: 'Fiber route',
    })
    await catalog.call['history.undo']({})
    expect((await threadsOf(catalog, { siteId: SITE }))[0]).toMatchObject({ isOrphan: false })
  })

  test('follows its drawing to another site', async () => {
    const catalog = await withSites()
    const annotationId = await drawLine(catalog, null)
    await catalog.call['comments.start']({ anchor: { type: 'annotation', annotationId }, text: 'Too long' })
    expect(await catalog.call['comments.counts']({})).toEqual({
      sites: [],
      annotations: [{ annotationId, open: 1, total: 1 }],
    })
    await catalog.call['annotations.write']({ update: [{ annotationId, siteId: SITE }] })
    expect((await catalog.call['comments.counts']({})).sites).toEqual([{ siteId: SITE, open: 1, total: 1 }])
  })

  test('shows in the history of its site with its words', async () => {
    const catalog = await withSites()
    const { threadId, commentId } = await catalog.call['comments.start']({ anchor: ON_SITE, text: 'Who owns it?' })
    await catalog.call['comments.edit']({ commentId, text: 'Who owns the road?' })
    await catalog.call['comments.resolve']({ threadId, isResolved: true })
    expect(
      (await catalog.call['sites.changes']({ siteId: SITE })).map(({ label, value, author }) => [label, value, author]),
    ).toEqual([
      ['Resolve comments on Lake Mariner', null, 'Ada'],
      ['Edit comment on Lake Mariner', 'Who owns the road?', 'Ada'],
      ['Comment on Lake Mariner', 'Who owns it?', 'Ada'],
    ])
  })

  test('refuses a site, a drawing and a thread that are not there, and empty words, and keeps nothing', async () => {
    const catalog = await withSites()
    const before = contentOf(catalog)
    const absent = crypto.randomUUID()
    const start = (anchor: CommentAnchor, text = 'Hm') => catalog.call['comments.start']({ anchor, text })
    await expect(start({ type: 'site', siteId: 'gone' })).rejects.toThrow('no site "gone"')
    await expect(start({ type: 'annotation', annotationId: absent })).rejects.toThrow('was removed')
    await expect(start(ON_SITE, '   ')).rejects.toThrow('needs some words')
    await expect(catalog.call['comments.reply']({ threadId: absent, text: 'Hm' })).rejects.toThrow('start new ones')
    await expect(catalog.call['comments.resolve']({ threadId: absent, isResolved: true })).rejects.toThrow()
    expect(contentOf(catalog)).toEqual(before)
  })
})

describe("somebody else's words", () => {
  test('cannot be changed or removed, only answered', async () => {
    const ada = await withSites('Ada')
    const { threadId, commentId } = await ada.call['comments.start']({ anchor: ON_SITE, text: 'Who owns the road?' })
    await ada.close()
    const ben = await withSites('Ben', ada.folder)
    const refused = "This comment is Ada's; reply to it instead."
    await expect(ben.call['comments.edit']({ commentId, text: 'Me' })).rejects.toThrow(refused)
    await expect(ben.call['comments.remove']({ commentId })).rejects.toThrow(refused)
    const reply = await ben.call['comments.reply']({ threadId, text: 'The county' })
    await ben.call['comments.edit']({ commentId: reply.commentId, text: 'The county.' })
    expect((await threadsOf(ben))[0]?.comments).toMatchObject([
      { text: 'Who owns the road?', author: 'Ada', editedAt: null },
      { text: 'The county.', author: 'Ben', editedAt: expect.any(Number) },
    ])
  })
})
