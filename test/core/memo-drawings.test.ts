import { describe, expect, test } from 'vitest'
import type { AnnotationFigure, LonLat } from '../../shared/domain/annotations/annotation-figure.ts'
import { sitesCsv } from '../support/builders.ts'
import { memoInput, type WrittenMemo, write } from '../support/memo-case.ts'
import { outsideOfPage, overlaps } from '../support/page-check.ts'
import { type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const SITE = 'site-1'
const RING: LonLat[] = [
  [-97, 31],
  [-96.99, 31],
  [-96.99, 31.01],
  [-97, 31.01],
  [-97, 31],
]
const HOLE: LonLat[] = [
  [-96.996, 31.004],
  [-96.994, 31.004],
  [-96.994, 31.006],
  [-96.996, 31.004],
]

function figure(
  shape: AnnotationFigure['shape'],
  geometry: AnnotationFigure['geometry'],
  radiusMetres: number | null = null,
) {
  return { shape, geometry, radiusMetres } satisfies AnnotationFigure
}

async function withSite(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv([{ power_mw_energized: 100, latitude: 31.005, longitude: -96.995 }]))
  return catalog
}

async function memoOf(catalog: TempCatalog): Promise<WrittenMemo & { words: string }> {
  const { annotations: drawings } = await catalog.call['annotations.list']({ siteId: SITE })
  const { threads: openThreads } = await catalog.call['comments.list']({ siteId: SITE, isResolved: false })
  const memo = await write(await memoInput(catalog, SITE, { drawings, openThreads }))
  return { ...memo, words: memo.text.replace(/\s+/g, ' ') }
}

describe('the memo of a site that somebody drew on', () => {
  test('shows the drawings on a plan with their measures, and nothing leaves the page', async () => {
    const catalog = await withSite()
    await catalog.call['annotations.write']({
      create: [
        {
          figure: figure('polygon', { type: 'Polygon', coordinates: [RING, HOLE] }),
          label: 'Hall 1',
          siteId: SITE,
          category: 'buildingPad',
          text: 'Two storeys',
        },
        {
          figure: figure('arrow', { type: 'LineString', coordinates: RING.slice(0, 3) }),
          label: 'Truck route',
          siteId: SITE,
          category: 'access',
        },
        {
          figure: figure('circle', { type: 'Point', coordinates: [-96.995, 31.005] }, 400),
          siteId: SITE,
          category: 'setback',
        },
        { figure: figure('point', { type: 'Point', coordinates: [-96.999, 31.009] }), label: 'Gate', siteId: SITE },
        { figure: figure('point', { type: 'Point', coordinates: [-90, 40] }), label: 'Elsewhere' },
      ],
    })
    const memo = await memoOf(catalog)
    expect(memo.words).toContain('Site plan')
    // 955 m by 1,109 m less a hole of 21,184 m², by GeographicLib.
    expect(memo.words).toMatch(/1 Hall 1 Building pad 256(\.\d+)? ac Two storeys/)
    expect(memo.words).toMatch(/2 Truck route Access road 1\.28\d? mi/)
    expect(memo.words).toMatch(/3 Circle Setback 124(\.\d+)? ac/)
    expect(memo.words).toContain('4 Gate Other')
    expect(memo.words).not.toContain('Elsewhere')
    expect(memo.words).toContain('approximate, not a survey')
    expect(outsideOfPage(memo.runs)).toEqual([])
    expect(overlaps(memo.runs)).toEqual([])
  })

  test('leaves the plan out where nobody drew', async () => {
    expect((await memoOf(await withSite())).words).not.toContain('Site plan')
  })

  test('lists open comments among the open items, and resolved ones not', async () => {
    const catalog = await withSite()
    const say = (text: string) =>
      catalog.call['comments.start']({ anchor: { type: 'field', siteId: SITE, field: 'landAcres' }, text })
    const { threadId } = await say('Who owns\nthe road?')
    await catalog.call['comments.reply']({ threadId, text: 'The county' })
    const done = await say('Settled long ago')
    await catalog.call['comments.resolve']({ threadId: done.threadId, isResolved: true })
    const { words } = await memoOf(catalog)
    expect(words).toContain('Land open comment Ada: “Who owns the road?” (1 reply)')
    expect(words).not.toContain('Settled long ago')
  })

  test('stays whole with a polygon of 100,000 vertices, a label of odd characters and forty comments', async () => {
    const catalog = await withSite()
    const ring = Array.from(
      { length: 99_999 },
      (_, i): LonLat => [-97 + 0.01 * Math.cos(i / 15_915.4), 31 + 0.01 * Math.sin(i / 15_915.4)],
    )
    await catalog.call['annotations.write']({
      create: [
        {
          figure: figure('polygon', { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [0, 0]]] }),
          label: 'Ω̈ 数据 \u202e <b> '.repeat(12),
          siteId: SITE,
        },
      ],
    })
    for (let i = 0; i < 40; i++)
      await catalog.call['comments.start']({
        anchor: { type: 'site', siteId: SITE },
        text: `Question ${i} `.repeat(60),
      })
    const memo = await memoOf(catalog)
    expect(memo.words).toContain('20 open')
    expect(memo.bytes.length).toBeLessThan(1_000_000)
    expect(outsideOfPage(memo.runs)).toEqual([])
  })
})
