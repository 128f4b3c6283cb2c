import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { memoInput, referenceCatalog, write } from '../support/memo-case.ts'
import { once } from '../support/once.ts'
import { isInstalled, outsideOfPage, overlaps } from '../support/page-check.ts'
import { tempFolder } from '../support/temp-folder.ts'

const SITES = [
  ['an energized mining campus', 'iren-horizon-childress-tx'],
  ['a retired coal plant known from two files', 'coal-gorgas-al'],
  ['a claim of powered land', 'terawulf-muskie-eastpark-ky'],
  ['a site abroad', 'nebius-mantsala-fi'],
  ['a site near the equator', 'bitdeer-ai-singapore-sg'],
] as const

describe.each(SITES)('the memo of %s', (_, siteId) => {
  const made = once(async () => {
    const input = await memoInput(await referenceCatalog(), siteId)
    return { memo: await write(input), name: input.columns.names[input.columns.ids.indexOf(siteId)] ?? '' }
  })

  test('has two to five pages, each with its foot', async () => {
    const { memo } = await made()
    expect(memo.pageCount).toBeGreaterThanOrEqual(2)
    expect(memo.pageCount).toBeLessThanOrEqual(5)
    for (let page = 1; page <= memo.pageCount; page += 1)
      expect(memo.text).toContain(`page ${page} of ${memo.pageCount}`)
  })

  test('sets every line within the margins and none over another', async () => {
    const { memo } = await made()
    expect(outsideOfPage(memo.runs)).toEqual([])
    expect(overlaps(memo.runs)).toEqual([])
  })

  test('opens with the name and the verdict and says every section in order', async () => {
    const { memo, name } = await made()
    expect(memo.text).toContain(name)
    const headings = [
      'Location',
      'Power and price',
      'Economics by strategy',
      'Score',
      'Peers nearest in rank',
      'Open items',
      'Attributes and sources',
      'Assumptions',
    ]
    const places = headings.map((heading) => memo.runs.findIndex(({ text }) => text.trim() === heading))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  test('holds no bitmap and stays under 200 kB', async () => {
    const { memo } = await made()
    expect(memo.bytes.includes('/Subtype /Image')).toBe(false)
    expect(memo.bytes.length).toBeLessThan(200_000)
  })

  if (isInstalled('pdftotext'))
    test('reads back through another program', async () => {
      const { memo, name } = await made()
      const file = path.join(tempFolder(), 'memo.pdf')
      writeFileSync(file, memo.bytes)
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
      expect(text).toContain(name)
      expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(2)
      const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
      expect(fonts.length).toBeGreaterThan(0)
      for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes yes yes/)
    })
})
