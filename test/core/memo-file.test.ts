import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeMemo } from '../../electron/core/documents/memo/write-memo.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import { THREE_SITES } from '../support/builders.ts'
import { MEMO_DATE_MS, memoInput, write } from '../support/memo-case.ts'
import { once } from '../support/once.ts'
import { tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function lakeMariner() {
  const catalog = tempCatalog()
  await catalog.report(THREE_SITES)
  return memoInput(catalog, 'lake-mariner')
}

describe('the file of a memo', () => {
  const made = once(async () => {
    const memo = await write(await lakeMariner())
    const objects = [...memo.objects.values()]
    return { memo, objects, catalog: objects.find((body) => body.includes('/Type /Catalog')) ?? '' }
  })

  test('is a tagged PDF 1.7 with language and title', async () => {
    const { memo, objects, catalog } = await made()
    expect(memo.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(catalog).toContain('/Lang (en-US)')
    expect(objects.some((body) => body.includes('/DisplayDocTitle true'))).toBe(true)
    expect(objects.some((body) => body.trim() === '(Lake Mariner: site memo)')).toBe(true)
  })

  test('says of its parts what they are', async () => {
    const { objects } = await made()
    const kinds = (kind: string) => objects.filter((body) => body.includes(`/S /${kind}\n`))
    expect(kinds('Document')).toHaveLength(1)
    expect(kinds('H1')).toHaveLength(1)
    expect(kinds('H2').length).toBeGreaterThan(6)
    expect(kinds('TR').length).toBeGreaterThan(30)
    expect(kinds('TH').some((body) => body.includes('/Scope /Column'))).toBe(true)
  })

  test('describes every figure in words', async () => {
    const { objects } = await made()
    const figures = objects.filter((body) => body.includes('/S /Figure\n'))
    expect(figures.length).toBeGreaterThanOrEqual(4)
    for (const figure of figures) expect(figure).toMatch(/\/Alt \([^)]{12,}/)
  })

  test('marks all of its content as structure or artifact', async () => {
    const { memo, objects } = await made()
    const streams = objects.filter((body) => /\bBT\b/.test(body) && body.includes('Tm'))
    expect(streams).toHaveLength(memo.pageCount)
    for (const stream of streams) expect(unmarkedText(stream)).toBe(0)
  })

  test('claims PDF/A-2a in its metadata, with an output intent', async () => {
    const { objects, catalog } = await made()
    const xmp = objects.find((body) => body.includes('<x:xmpmeta')) ?? ''
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(xmp).toContain('<xmp:CreateDate>2026-11-22T09:30:00Z</xmp:CreateDate>')
    expect(catalog).toMatch(/\/OutputIntents \[\d+ 0 R\]/)
    expect(objects.some((body) => body.includes('acspAPPL') || body.includes('acsp'))).toBe(true)
  })

  test('embeds a subset of each of its fonts and uses no other', async () => {
    const { objects } = await made()
    const fonts = objects.filter((body) => body.includes('/Type /Font\n') && body.includes('/Subtype /Type0'))
    expect(fonts.map((body) => /\/BaseFont \/[A-Z]{6}\+(\S+)/.exec(body)?.[1]).sort()).toEqual([
      'NotoSans-Regular',
      'NotoSans-SemiBold',
    ])
    expect(objects.filter((body) => body.includes('/FontFile2'))).toHaveLength(2)
    expect(objects.some((body) => body.includes('/Subtype /Type1'))).toBe(false)
  })

  test('is the same bytes for the same input, whatever was written between', async () => {
    const input = await lakeMariner()
    await writeMemo(input)
    const first = readFileSync(input.outputFile)
    await write({
      ...(await lakeMariner()),
      author: 'Åsa Öberg Ελληνικά',
      scenario: { preset: '2025-12', changes: {} },
    })
    await writeMemo(input)
    expect(readFileSync(input.outputFile).equals(first)).toBe(true)
    await writeMemo({ ...input, nowMs: MEMO_DATE_MS + 86_400_000 })
    expect(readFileSync(input.outputFile).equals(first)).toBe(false)
  })
})

/** Text shown outside of any marked content. */
function unmarkedText(stream: string): number {
  let depth = 0
  let unmarked = 0
  for (const [operator] of stream.matchAll(/\b(?:BDC|BMC|EMC|TJ)\b/g)) {
    if (operator === 'EMC') depth -= 1
    else if (operator !== 'TJ') depth += 1
    else if (depth === 0) unmarked += 1
  }
  return unmarked
}

describe('writing a memo', () => {
  test('tells its pages and ends at the last', async () => {
    const told: [number, number][] = []
    const memo = await write({ ...(await lakeMariner()), onProgress: (done, total) => told.push([done, total]) })
    expect(told.length).toBeGreaterThan(3)
    for (const [done, total] of told) expect(done).toBeLessThanOrEqual(total)
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((one, other) => one - other))
    expect(told.at(-1)).toEqual([memo.pageCount, memo.pageCount])
  })

  test.each([0, 3, 9])('leaves nothing when it is cancelled after %i looks', async (looks) => {
    let left = looks
    const input = { ...(await lakeMariner()), isCancelled: () => left-- <= 0 }
    await expect(writeMemo(input)).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(path.dirname(input.outputFile))).toEqual([])
  })

  test('keeps the memo that stood there when a new one fails', async () => {
    const input = await lakeMariner()
    writeFileSync(input.outputFile, 'old')
    await expect(writeMemo({ ...input, scenario: { preset: 'nonsense', changes: {} } })).rejects.toMatchObject({
      code: 'bad_input',
    })
    expect(readFileSync(input.outputFile, 'utf8')).toBe('old')
  })

  test.each([
    ['a folder that is not there', (folder: string) => path.join(folder, 'none', 'memo.pdf')],
    [
      'a folder in its place',
      (folder: string) => {
        const file = path.join(folder, 'memo.pdf')
        mkdirSync(file)
        return file
      },
    ],
  ])('says in one sentence that the disk refuses: %s', async (_, outputFile) => {
    const input = await lakeMariner()
    const error = await writeMemo({ ...input, outputFile: outputFile(tempFolder()) }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'disk' })
    expect((error as Error).message).toMatch(/^[A-Z][^\n]*\.$/)
  })

  test('names the font file that is missing', async () => {
    const input = await lakeMariner()
    const resources = { ...input.resources, fonts: tempFolder() }
    await expect(writeMemo({ ...input, resources })).rejects.toMatchObject({
      code: 'disk',
      message: expect.stringContaining('NotoSans_400Regular.ttf'),
    })
  })

  test('refuses a site that is not in the columns', async () => {
    const input = await lakeMariner()
    await expect(writeMemo({ ...input, site: { ...input.site, siteId: 'gone' } })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test.each([
    ['there is no basemap', () => tempFolder()],
    ['the basemap is damaged', () => damagedBasemap()],
  ])('goes on where %s, and says so in the figure', async (_, basemap) => {
    const memo = await write({ ...(await lakeMariner()), resources: { ...resourceFolders(), basemap: basemap() } })
    expect(memo.runs.filter(({ text }) => text.startsWith('Basemap')).length).toBe(2)
    expect(memo.text).toContain('Lake Mariner')
  })
})

function damagedBasemap(): string {
  const folder = tempFolder()
  writeFileSync(path.join(folder, 'basemap.pmtiles'), 'not a map')
  return folder
}
