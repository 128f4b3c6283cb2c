import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SiteEvidence } from '../../shared/contract/evidence.ts'
import { THREE_SITES } from '../support/builders.ts'
import { photo } from '../support/photo.ts'
import { contentOf, peek, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const SITE = 'lake-mariner'
const LETTER = Buffer.from('%PDF-1.7\nThe utility will serve 250 MW at this point.\n%%EOF\n')

async function withSites(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(THREE_SITES)
  return catalog
}

async function attach(catalog: TempCatalog, name: string, bytes: Uint8Array, caption = ''): Promise<SiteEvidence> {
  const { jobId } = await catalog.call['evidence.attach']({
    siteId: SITE,
    grant: catalog.grantFile(name, bytes),
    caption,
    field: 'energizedMw',
  })
  const job = await catalog.jobDone(jobId)
  expect(job.error).toBeNull()
  const last = (await evidenceOf(catalog)).at(-1)
  if (!last) throw new Error('Nothing was attached.')
  return last
}

async function evidenceOf(catalog: TempCatalog): Promise<SiteEvidence[]> {
  return (await catalog.call['sites.get']({ siteId: SITE })).evidence
}

describe('a document attached to a site', () => {
  test('is kept by its hash with who attached it, and comes back byte for byte', async () => {
    const catalog = await withSites()
    const letter = await attach(catalog, 'will-serve.pdf', LETTER, 'Letter of the utility')
    expect(letter).toMatchObject({
      fileName: 'will-serve.pdf',
      sha256: createHash('sha256').update(LETTER).digest('hex'),
      byteLength: LETTER.length,
      mediaType: 'application/pdf',
      caption: 'Letter of the utility',
      field: 'energizedMw',
      author: 'Ada',
      position: null,
    })
    const content = await catalog.call['evidence.content']({ evidenceId: letter.evidenceId })
    expect(Buffer.from(content)).toEqual(LETTER)
  })

  test('is told by its content, whatever its name says', async () => {
    const catalog = await withSites()
    expect((await attach(catalog, 'letter.jpg', LETTER)).mediaType).toBe('application/pdf')
    expect((await attach(catalog, 'model.pdf', Buffer.from([1, 2, 3, 4]))).mediaType).toBe('application/octet-stream')
  })

  test('is stored once however often and wherever it is attached', async () => {
    const catalog = await withSites()
    await attach(catalog, 'a.pdf', LETTER)
    await attach(catalog, 'b.pdf', LETTER)
    expect(await evidenceOf(catalog)).toHaveLength(2)
    const sha256 = createHash('sha256').update(LETTER).digest('hex')
    expect(peek(catalog, 'SELECT 1 FROM archived_file WHERE sha256 = ?', sha256)).toHaveLength(1)
  })

  test('is undone and redone in one step, also after a restart', async () => {
    const catalog = await withSites()
    const letter = await attach(catalog, 'will-serve.pdf', LETTER)
    await catalog.reopen()
    expect((await catalog.call['history.undo']({})).label).toBe('Attach will-serve.pdf to Lake Mariner')
    expect(await evidenceOf(catalog)).toEqual([])
    await catalog.reopen()
    await catalog.call['history.redo']({})
    expect(await evidenceOf(catalog)).toMatchObject([{ ...letter, addedAt: expect.any(Number) }])
  })

  test('is described, removed, and brought back by undo', async () => {
    const catalog = await withSites()
    const { evidenceId } = await attach(catalog, 'will-serve.pdf', LETTER)
    await catalog.call['evidence.describe']({ siteId: SITE, evidenceId, caption: 'Signed in July', field: null })
    expect(await evidenceOf(catalog)).toMatchObject([{ caption: 'Signed in July', field: null }])
    await catalog.call['evidence.remove']({ siteId: SITE, evidenceId })
    expect(await evidenceOf(catalog)).toEqual([])
    await catalog.call['history.undo']({})
    expect(await evidenceOf(catalog)).toMatchObject([{ caption: 'Signed in July' }])
  })

  test('stands in the history of its site', async () => {
    const catalog = await withSites()
    await attach(catalog, 'will-serve.pdf', LETTER)
    const [change] = await catalog.call['sites.changes']({ siteId: SITE })
    expect(change).toMatchObject({ label: 'Attach will-serve.pdf to Lake Mariner', author: 'Ada', value: null })
  })
})

describe('a document that comes through the door of imports', () => {
  test('is told as what it is, and changes nothing before a person says which site it belongs to', async () => {
    const catalog = await withSites()
    const before = contentOf(catalog)
    for (const dryRun of [true, false]) {
      const { jobId } = await catalog.call['imports.start']({ grant: catalog.grantFile('x.csv', LETTER), dryRun })
      const { result } = await catalog.jobDone(jobId)
      expect(result).toMatchObject({ type: 'import', kind: 'document', title: 'PDF document', added: 0, records: 1 })
    }
    expect(contentOf(catalog)).toEqual(before)
  })
})

describe('a photo', () => {
  test('keeps where it was taken, which way it looks and when', async () => {
    const catalog = await withSites()
    const tags = { latitude: 43.359722, longitude: -78.603333, bearingDegrees: 271.5, takenAt: '2026:07:01 14:30:05' }
    const shown = await attach(catalog, 'substation.jpg', photo(tags))
    expect(shown).toMatchObject({ mediaType: 'image/jpeg', bearingDegrees: 271.5, takenAt: '2026-07-01 14:30' })
    expect(shown.position?.latitude).toBeCloseTo(tags.latitude, 5)
    expect(shown.position?.longitude).toBeCloseTo(tags.longitude, 5)
  })

  test.each([
    [
      'with broken tags',
      Buffer.concat([photo({ latitude: 1, longitude: 1, bearingDegrees: 1, takenAt: '' }).subarray(0, 60)]),
    ],
    ['of a camera that had no fix', photo({ latitude: 0, longitude: 0, bearingDegrees: 0, takenAt: '' })],
  ])('%s is kept without a place', async (_, bytes) => {
    const catalog = await withSites()
    expect(await attach(catalog, 'photo.jpg', bytes)).toMatchObject({
      mediaType: 'image/jpeg',
      position: null,
      takenAt: null,
    })
  })
})

describe('what cannot be kept is refused in a sentence, and the catalog is as before', () => {
  test.each([['empty.pdf', '', '"empty.pdf" is empty; choose another file.']])('%s', async (name, text, message) => {
    const catalog = await withSites()
    const before = contentOf(catalog)
    const { jobId } = await catalog.call['evidence.attach']({ siteId: SITE, grant: catalog.grantFile(name, text) })
    expect(await catalog.jobDone(jobId)).toMatchObject({ state: 'failed', error: { code: 'bad_input', message } })
    expect(contentOf(catalog)).toEqual(before)
  })

  test('for a site or a document that is not there', async () => {
    const catalog = await withSites()
    const grant = catalog.grantFile('letter.pdf', LETTER)
    await expect(catalog.call['evidence.attach']({ siteId: 'nowhere', grant })).rejects.toMatchObject({
      code: 'not_found',
    })
    const evidenceId = crypto.randomUUID()
    await expect(catalog.call['evidence.remove']({ siteId: SITE, evidenceId })).rejects.toMatchObject({
      message: 'Lake Mariner has no such document any more; look at its documents again.',
    })
    await expect(catalog.call['evidence.content']({ evidenceId })).rejects.toMatchObject({ code: 'not_found' })
  })
})
