import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../shared/contract/annotations.ts'
import type { AnnotationFigure, LonLat } from '../../shared/domain/annotations/annotation-figure.ts'
import { THREE_SITES } from '../support/builders.ts'
import { photo } from '../support/photo.ts'
import { contentOf, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const SITE = 'lake-mariner'
const RING: LonLat[] = [
  [-97, 31],
  [-96, 31],
  [-96, 32],
  [-97, 31],
]
const AREA: AnnotationFigure = {
  shape: 'polygon',
  geometry: { type: 'Polygon', coordinates: [RING] },
  radiusMetres: null,
}
const ROAD: AnnotationFigure = {
  shape: 'line',
  geometry: { type: 'LineString', coordinates: RING.slice(0, 3) },
  radiusMetres: null,
}

function pin(longitude: number, latitude: number): AnnotationFigure {
  return { shape: 'point', geometry: { type: 'Point', coordinates: [longitude, latitude] }, radiusMetres: null }
}

async function withSites(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(THREE_SITES)
  return catalog
}

async function listOf(catalog: TempCatalog): Promise<Annotation[]> {
  return (await catalog.call['annotations.list']({})).annotations
}

async function draw(catalog: TempCatalog, figure: AnnotationFigure, more: Partial<Annotation> = {}): Promise<string> {
  const { created } = await catalog.call['annotations.write']({ create: [{ figure, ...more }] })
  return created[0] ?? ''
}

describe('drawing on the map', () => {
  test('keeps what was drawn with who drew it, in the style of its category', async () => {
    const catalog = await withSites()
    const annotationId = await draw(catalog, AREA, { label: 'Flood plain', category: 'flood', siteId: SITE })
    expect(await listOf(catalog)).toEqual([
      expect.objectContaining({
        annotationId,
        figure: AREA,
        label: 'Flood plain',
        category: 'flood',
        siteId: SITE,
        groupId: null,
        author: 'Ada',
        changedBy: 'Ada',
        marks: [],
        conflicts: [],
        style: expect.objectContaining({ strokeColor: '#56b4e9', dash: 'solid' }),
      }),
    ])
    await catalog.reopen()
    expect(await listOf(catalog)).toHaveLength(1)
  })

  test('takes many in one step of undo, and redo brings all of them back', async () => {
    const catalog = await withSites()
    const create = Array.from({ length: 12 }, (_, i) => ({ figure: pin(-97 + i, 31) }))
    const { created, label } = await catalog.call['annotations.write']({ create })
    expect(created).toHaveLength(12)
    expect(label).toBe('Draw 12 annotations')
    const drawn = await listOf(catalog)
    await catalog.call['history.undo']({})
    expect(await listOf(catalog)).toEqual([])
    await catalog.call['history.redo']({})
    expect((await listOf(catalog)).map(({ annotationId }) => annotationId).sort()).toEqual([...created].sort())
    expect((await listOf(catalog)).map(({ figure }) => figure)).toEqual(
      expect.arrayContaining(drawn.map(({ figure }) => figure)),
    )
  })

  test('makes, changes and removes in one step: a cut leaves two parts and takes the whole away', async () => {
    const catalog = await withSites()
    const whole = await draw(catalog, AREA, { label: 'Parcel' })
    await catalog.call['annotations.write']({
      create: [
        { figure: AREA, label: 'North' },
        { figure: AREA, label: 'South' },
      ],
      remove: [whole],
      stepLabel: 'Cut Parcel',
    })
    expect((await listOf(catalog)).map(({ label }) => label).sort()).toEqual(['North', 'South'])
    expect(await catalog.call['history.undo']({})).toMatchObject({ label: 'Cut Parcel', skipped: 0 })
    expect((await listOf(catalog)).map(({ label }) => label)).toEqual(['Parcel'])
  })

  test('writes only what differs, and nothing at all where nothing does', async () => {
    const catalog = await withSites()
    const annotationId = await draw(catalog, ROAD, { label: 'Access' })
    const before = contentOf(catalog)
    await catalog.call['annotations.write']({ update: [{ annotationId, figure: ROAD, label: 'Access' }] })
    expect(contentOf(catalog)).toEqual(before)
    const { label } = await catalog.call['annotations.write']({
      update: [{ annotationId, figure: ROAD, label: 'Gate road' }],
    })
    expect(label).toBe('Rename: Access')
    expect(contentOf(catalog)['op']?.length).toBe((before['op']?.length ?? 0) + 1)
    await catalog.call['history.undo']({})
    expect((await listOf(catalog))[0]?.label).toBe('Access')
  })

  test('finds what lies in a box and what belongs to a site', async () => {
    const catalog = await withSites()
    await draw(catalog, AREA, { label: 'Texas', siteId: SITE })
    await draw(catalog, pin(-80, 40), { label: 'Ohio' })
    const circle: AnnotationFigure = {
      shape: 'circle',
      geometry: { type: 'Point', coordinates: [-80, 41] },
      radiusMetres: 20_000,
    }
    await draw(catalog, circle, { label: 'Ring' })
    const labels = async (filter: object) =>
      (await catalog.call['annotations.list'](filter)).annotations.map(({ label }) => label)
    expect(await labels({ siteId: SITE })).toEqual(['Texas'])
    expect(await labels({ box: { west: -81, south: 39, east: -79, north: 40.5 } })).toEqual(['Ohio'])
    expect(await labels({ box: { west: -80.1, south: 40.84, east: -79.9, north: 40.9 } })).toEqual(['Ring'])
    expect(await catalog.call['annotations.list']({ limit: 2 })).toMatchObject({ leftOut: 1 })
  })

  test('marks what lies at 0, 0 and what crosses itself', async () => {
    const catalog = await withSites()
    await draw(catalog, pin(0, 0), { label: 'Nowhere' })
    const bow: LonLat[] = [
      [0, 1],
      [1, 2],
      [1, 1],
      [0, 2],
      [0, 1],
    ]
    await draw(catalog, { ...AREA, geometry: { type: 'Polygon', coordinates: [bow] } }, { label: 'Bow' })
    expect((await listOf(catalog)).map(({ label, marks }) => [label, marks])).toEqual([
      ['Nowhere', ['atZeroZero']],
      ['Bow', ['crossesItself']],
    ])
  })

  test('refuses a site, a drawing layer and a photo that are not there, and an id that is taken, and keeps nothing', async () => {
    const catalog = await withSites()
    const annotationId = await draw(catalog, ROAD)
    const before = contentOf(catalog)
    const absent = crypto.randomUUID()
    const write = (more: Partial<Annotation>) =>
      catalog.call['annotations.write']({ create: [{ figure: AREA }, { figure: AREA, ...more }] })
    await expect(write({ siteId: 'gone' })).rejects.toThrow(/no site "gone"/)
    await expect(write({ groupId: absent })).rejects.toThrow(/no such drawing layer/)
    await expect(write({ photo: { evidenceId: absent, bearingDegrees: 90 } })).rejects.toThrow(/photo/)
    await expect(write({ annotationId })).rejects.toThrow(/there already/)
    await expect(catalog.call['annotations.write']({ remove: [absent] })).rejects.toThrow(/was removed/)
    expect(contentOf(catalog)).toEqual(before)
  })

  test('links a photo of the site with the way it looks', async () => {
    const catalog = await withSites()
    const { jobId } = await catalog.call['evidence.attach']({
      siteId: SITE,
      grant: catalog.grantFile(
        'gate.jpg',
        photo({ latitude: 31, longitude: -97, bearingDegrees: 45, takenAt: '2026:07:01 14:30:00' }),
      ),
    })
    await catalog.jobDone(jobId)
    const evidenceId = (await catalog.call['sites.get']({ siteId: SITE })).evidence[0]?.evidenceId ?? ''
    const annotationId = await draw(
      catalog,
      { ...pin(-97, 31), shape: 'photo' },
      { siteId: SITE, photo: { evidenceId, bearingDegrees: 45 } },
    )
    expect(await listOf(catalog)).toEqual([
      expect.objectContaining({ annotationId, photo: { evidenceId, bearingDegrees: 45 } }),
    ])
  })

  test('shows in the history of its site, once a step, removals too', async () => {
    const catalog = await withSites()
    const annotationId = await draw(catalog, ROAD, { label: 'Access', siteId: SITE })
    await catalog.call['annotations.write']({ update: [{ annotationId, label: 'Gate', text: 'Locked at night' }] })
    await catalog.call['annotations.write']({ remove: [annotationId] })
    await catalog.call['history.undo']({})
    const changes = await catalog.call['sites.changes']({ siteId: SITE })
    expect(changes.map(({ label }) => label)).toEqual([
      'Undo: Remove Gate',
      'Remove Gate',
      'Edit: Access',
      'Draw Access',
    ])
  })
})

test('the check of a catalog finds a drawing that differs from its changes', async () => {
  const catalog = await withSites()
  const { groupId } = await catalog.call['annotations.saveGroup']({ name: 'Option A' })
  const gone = await draw(catalog, ROAD)
  await draw(catalog, AREA, { groupId })
  await catalog.call['annotations.write']({ remove: [gone] })
  const found = async () => (await catalog.call['catalog.check']({})).find(({ check }) => check === 'Drawings')
  expect(await found()).toMatchObject({ ok: true })
  catalog.writer().exec('UPDATE annotation SET is_gone = 0')
  expect(await found()).toMatchObject({ ok: false, detail: expect.stringMatching(/^1 /) })
  catalog.writer().exec('DELETE FROM annotation_group')
  expect(await found()).toMatchObject({ ok: false, detail: expect.stringMatching(/^2 /) })
})

describe('a drawing layer', () => {
  async function withGroup() {
    const catalog = await withSites()
    const { groupId } = await catalog.call['annotations.saveGroup']({ name: 'Option A' })
    const annotationId = await draw(catalog, AREA, { groupId, label: 'Hall 1' })
    return { catalog, groupId, annotationId }
  }
  const groupsOf = async (catalog: TempCatalog) => (await catalog.call['annotations.list']({})).groups

  test('that is locked refuses every change in it in one sentence', async () => {
    const { catalog, groupId, annotationId } = await withGroup()
    const loose = await draw(catalog, ROAD)
    await catalog.call['annotations.saveGroup']({ groupId, isLocked: true })
    const before = contentOf(catalog)
    const refused = 'The drawing layer Option A is locked; unlock it to change what is in it.'
    const write = catalog.call['annotations.write']
    await expect(draw(catalog, AREA, { groupId })).rejects.toThrow(refused)
    await expect(write({ update: [{ annotationId, label: 'Hall 2' }] })).rejects.toThrow(refused)
    await expect(write({ update: [{ annotationId, groupId: null }] })).rejects.toThrow(refused)
    await expect(write({ update: [{ annotationId: loose, groupId }] })).rejects.toThrow(refused)
    await expect(write({ remove: [annotationId] })).rejects.toThrow(refused)
    await expect(catalog.call['annotations.removeGroup']({ groupId })).rejects.toThrow('unlock it to remove it')
    expect(contentOf(catalog)).toEqual(before)
    await catalog.call['annotations.saveGroup']({ groupId, isLocked: false })
    await write({ update: [{ annotationId, label: 'Hall 2' }] })
    expect((await listOf(catalog)).map(({ label }) => label)).toContain('Hall 2')
  })

  test('is renamed, hidden and ordered, each a step of undo', async () => {
    const { catalog, groupId } = await withGroup()
    const second = await catalog.call['annotations.saveGroup']({ name: 'Option B' })
    expect((await groupsOf(catalog)).map(({ name }) => name)).toEqual(['Option A', 'Option B'])
    expect(await catalog.call['annotations.saveGroup']({ groupId: second.groupId, order: 0 })).toMatchObject({
      label: 'Move drawing layer Option B',
    })
    expect((await groupsOf(catalog)).map(({ name }) => name)).toEqual(['Option B', 'Option A'])
    await catalog.call['annotations.saveGroup']({ groupId, isHidden: true, name: 'Plan' })
    expect((await groupsOf(catalog)).at(-1)).toMatchObject({ name: 'Plan', isHidden: true, isLocked: false })
    await catalog.call['history.undo']({})
    await catalog.call['history.undo']({})
    expect((await groupsOf(catalog)).map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Option A', false],
      ['Option B', false],
    ])
    await expect(catalog.call['annotations.saveGroup']({ name: ' option a ' })).rejects.toThrow(/already/)
    await expect(catalog.call['annotations.saveGroup']({})).rejects.toThrow(/needs a name/)
  })

  test('that is removed leaves its drawings, or takes them along, and undo brings back both', async () => {
    const { catalog, groupId, annotationId } = await withGroup()
    await catalog.call['annotations.removeGroup']({ groupId })
    expect(await groupsOf(catalog)).toEqual([])
    expect((await listOf(catalog)).map((each) => each.groupId)).toEqual([null])
    await catalog.call['history.undo']({})
    expect((await listOf(catalog)).map((each) => each.groupId)).toEqual([groupId])
    await catalog.call['annotations.removeGroup']({ groupId, withAnnotations: true })
    expect(await listOf(catalog)).toEqual([])
    await catalog.call['history.undo']({})
    expect((await listOf(catalog)).map((each) => [each.annotationId, each.groupId])).toEqual([[annotationId, groupId]])
    expect((await groupsOf(catalog)).map(({ name }) => name)).toEqual(['Option A'])
  })
})
