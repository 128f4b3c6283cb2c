import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines } from '../../electron/core/documents/memo/text/break-lines.ts'
import { openFaces } from '../../electron/core/documents/memo/text/open-face.ts'
import { printable, REPLACEMENT } from '../../electron/core/documents/memo/text/printable.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import type { SiteAttribute } from '../../shared/contract/sites.ts'
import { SITE_FIELD_KEYS, siteField } from '../../shared/domain/site/site-fields.ts'
import { sitesCsv } from '../support/builders.ts'
import { memoInput, type WrittenMemo, write } from '../support/memo-case.ts'
import { outsideOfPage, overlaps } from '../support/page-check.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

/** A memo of one site whose every text is the given one. */
async function memoOf(text: string, noteText = text): Promise<WrittenMemo> {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv([{ power_mw_energized: 90, voltage_kv: 138 }, {}, {}]))
  const input = await memoInput(catalog, 'site-1')
  const texts = SITE_FIELD_KEYS.filter((key) => siteField(key).type === 'text' && key !== 'energizationDate')
  const attributes = texts.map(
    (field): SiteAttribute => ({
      field,
      value: text.slice(0, siteField(field).maxLength ?? 200),
      source: text.slice(0, 2_000),
      asOf: null,
      rung: 'claimed',
      author: text.slice(0, 200),
      origin: 'edit',
      dataSet: null,
      editedAt: 0,
    }),
  )
  const notes = [{ noteId: crypto.randomUUID(), text: noteText, author: text.slice(0, 200), createdAt: 1, editedAt: 2 }]
  const changes = [
    {
      at: 1,
      author: text.slice(0, 200),
      label: text.slice(0, 500),
      field: 'note' as const,
      value: text.slice(0, 4_000),
    },
  ]
  return write({
    ...input,
    columns: { ...input.columns, names: input.columns.names.map(() => text.slice(0, 200)) },
    site: {
      ...input.site,
      attributes: [...input.site.attributes.filter(({ field }) => !texts.includes(field)), ...attributes],
      notes,
    },
    changes,
    author: text.slice(0, 200),
  })
}

function expectSound(memo: WrittenMemo): void {
  expect(outsideOfPage(memo.runs)).toEqual([])
  expect(overlaps(memo.runs)).toEqual([])
  expect(memo.text).toContain(`page ${memo.pageCount} of ${memo.pageCount}`)
  const xmp = [...memo.objects.values()].find((body) => body.includes('<x:xmpmeta')) ?? ''
  expect(xmp.slice(xmp.indexOf('<dc:title'), xmp.indexOf('</dc:title>'))).not.toMatch(/<(?!\/?(?:dc:title|rdf:))/)
}

describe('a memo of awkward texts', () => {
  test('breaks what has no place to break', async () => {
    expectSound(await memoOf('W'.repeat(4_000), 'i'.repeat(20_000)))
  })

  test('carries a note of 20,000 characters to its last word', async () => {
    const note = `${'The line crosses the county road twice. '.repeat(498)}The very last words.`
    const memo = await memoOf('Plain', note.slice(0, 20_000))
    expectSound(memo)
    expect(memo.pageCount).toBeGreaterThan(4)
    expect(memo.text.replace(/\s+/g, ' ')).toContain('The very last words.')
  })

  test('prints marked-up text and formulas as they stand', async () => {
    const memo = await memoOf('<script>alert("1")</script> & =HYPERLINK("x") </rdf:li> (a) \\ %s')
    expectSound(memo)
    expect(memo.text.replace(/\s+/g, '')).toContain('<script>alert("1")</script>&=HYPERLINK("x")</rdf:li>(a)\\%s')
  })

  test('prints European scripts in full', async () => {
    const memo = await memoOf('Łódź Øresund Þingvellir Ελληνικά Київ Việt Nam')
    expectSound(memo)
    expect(memo.text).toContain('Łódź Øresund Þingvellir Ελληνικά Київ Việt Nam')
    expect(memo.text).not.toContain(REPLACEMENT)
  })

  test('shows a sign for what its font cannot set, says so, and keeps the text for those who listen', async () => {
    const memo = await memoOf('数据中心 Rockdale \u202egnp.exe ⚡')
    expectSound(memo)
    expect(memo.text).toContain(`${REPLACEMENT.repeat(4)} Rockdale ${REPLACEMENT}gnp.exe ${REPLACEMENT}`)
    expect(memo.text.replace(/\s+/g, ' ')).toContain('the catalog keeps every character')
    const utf16 = Buffer.from('数据中心', 'utf16le').swap16().toString('latin1')
    expect([...memo.objects.values()].some((body) => body.includes('/ActualText') && body.includes(utf16))).toBe(true)
  })

  test('spells out the signs of formulas that its font lacks', async () => {
    const memo = await memoOf('∫x dt ≥ 3')
    expect(memo.text).toContain('integral of x dt >= 3')
    expect(memo.text).not.toContain(REPLACEMENT)
  })

  test('stands any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 600 }), async (text) => {
        expectSound(await memoOf(text))
      }),
      { numRuns: 8, seed: 7 },
    )
  })
})

describe('breaking lines', () => {
  const face = openFaces(resourceFolders().fonts).regular

  test('keeps every character but the spaces and passes no line wider than the column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 4, max: 40 }), (raw, width) => {
        const { text } = printable(raw, face)
        const lines = breakLines(text, width, face.widthEm)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
        for (const line of lines)
          if (face.widthEm(line) > width + 0.05) expect([...characters.segment(line)]).toHaveLength(1)
      }),
    )
  })

  test('breaks an address behind its punctuation', () => {
    expect(breakLines('https://www.sec.gov/Archives/edgar/data', 12, (text) => text.length)).toEqual([
      'https://www.',
      'sec.gov/',
      'Archives/',
      'edgar/data',
    ])
  })
})
