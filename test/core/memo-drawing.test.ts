import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceLadder } from '../../electron/core/documents/memo/figures/evidence-ladder.ts'
import type { Shape } from '../../electron/core/documents/memo/figures/shape.ts'
import { valueChart } from '../../electron/core/documents/memo/figures/value-chart.ts'
import { srgbProfile } from '../../electron/core/documents/memo/layout/srgb-profile.ts'
import { frameAround, frameOver, pointOf } from '../../electron/core/documents/memo/map/map-frame.ts'
import { scaleBar } from '../../electron/core/documents/memo/map/scale-bar.ts'
import { isStale } from '../../electron/core/documents/memo/stale.ts'
import { STRATEGIES, type Strategy } from '../../shared/domain/site/strategies.ts'
import { clipLine, clipRing, type Points } from '../../shared/map/picture/clip.ts'
import { simplify } from '../../shared/map/picture/simplify.ts'
import { VERDICT_COLORS } from '../../shared/map/verdict-colors.ts'
import { memoInput, referenceCatalog, write } from '../support/memo-case.ts'

const FRAME = { minX: 0, minY: 0, maxX: 100, maxY: 60 }
const coordinate = fc.double({ min: -200, max: 300, noNaN: true })
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 }).map((points) => points.flat())

function area(ring: Points): number {
  let double = 0
  for (let at = 0; at < ring.length; at += 2) {
    const next = (at + 2) % ring.length
    double += (ring[at] ?? 0) * (ring[next + 1] ?? 0) - (ring[next] ?? 0) * (ring[at + 1] ?? 0)
  }
  return Math.abs(double / 2)
}

function isInside(points: Points): boolean {
  return points.every((value, at) => value >= -1e-6 && value <= (at % 2 === 0 ? FRAME.maxX : FRAME.maxY) + 1e-6)
}

describe('cutting to the frame', () => {
  test('keeps what of a rectangle lies inside', () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (a, b, c, d) => {
        const [west, east] = [Math.min(a, b), Math.max(a, b)]
        const [north, south] = [Math.min(c, d), Math.max(c, d)]
        const ring = [west, north, east, north, east, south, west, south]
        const across = Math.max(0, Math.min(east, FRAME.maxX) - Math.max(west, FRAME.minX))
        const down = Math.max(0, Math.min(south, FRAME.maxY) - Math.max(north, FRAME.minY))
        const cut = clipRing(ring, FRAME)
        expect(area(cut)).toBeCloseTo(across * down, 4)
        expect(isInside(cut)).toBe(true)
      }),
    )
  })

  test('leaves a ring inside as it is and nothing of one outside', () => {
    const triangle = [10, 10, 40, 12, 20, 50]
    expect(area(clipRing(triangle, FRAME))).toBeCloseTo(area(triangle), 9)
    expect(clipRing([200, 10, 240, 12, 220, 50], FRAME)).toEqual([])
  })

  test('never lets a line out of the frame', () => {
    fc.assert(
      fc.property(line, (points) => {
        for (const stretch of clipLine(points, FRAME)) {
          expect(isInside(stretch)).toBe(true)
          expect(stretch.length).toBeGreaterThanOrEqual(4)
        }
      }),
    )
  })

  test('divides a line that leaves and comes back', () => {
    expect(clipLine([10, 30, 150, 30, 150, 40, 10, 40], FRAME)).toEqual([
      [10, 30, 100, 30],
      [100, 40, 10, 40],
    ])
  })
})

test('a simplified line keeps its ends and passes every point that it leaves out within the tolerance', () => {
  fc.assert(
    fc.property(line, fc.double({ min: 0.1, max: 20, noNaN: true }), (points, tolerance) => {
      const simple = simplify(points, tolerance)
      expect(simple.slice(0, 2)).toEqual(points.slice(0, 2))
      expect(simple.slice(-2)).toEqual(points.slice(-2))
      for (let at = 0; at < points.length; at += 2)
        expect(distanceTo(simple, points[at] ?? 0, points[at + 1] ?? 0)).toBeLessThanOrEqual(tolerance + 1e-6)
    }),
  )
})

function distanceTo(line: Points, x: number, y: number): number {
  let nearest = Infinity
  for (let at = 2; at < line.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.slice(at - 2, at + 2)
    const [dx, dy] = [x2 - x1, y2 - y1]
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
    nearest = Math.min(nearest, Math.hypot(x - x1 - share * dx, y - y1 - share * dy))
  }
  return nearest
}

describe('the frame of a map', () => {
  test('has its site in the middle, also beside the antimeridian', () => {
    for (const longitude of [-97, 179.9, -179.9]) {
      const centre = { latitude: 52, longitude }
      const at = pointOf(frameAround(centre, 6, 300, 200, 0.6), centre)
      expect(at?.x).toBeCloseTo(150, 6)
      expect(at?.y).toBeCloseTo(100, 6)
    }
    const east = frameAround({ latitude: 52, longitude: 179.9 }, 6, 300, 200, 0.6)
    expect(pointOf(east, { latitude: 52, longitude: -179.9 })?.x).toBeGreaterThan(150)
  })

  test('holds a box of degrees whole', () => {
    const frame = frameOver([-125, 24, -66, 50], 170, 104, 0.5)
    for (const [latitude, longitude] of [
      [24, -125],
      [50, -66],
      [24, -66],
      [50, -125],
    ] as const)
      expect(pointOf(frame, { latitude, longitude }, 1e-6)).not.toBeNull()
    expect(pointOf(frame, { latitude: 40, longitude: 10 })).toBeNull()
  })

  test('has a scale that a known distance proves', () => {
    const centre = { latitude: 38, longitude: -97 }
    const frame = frameAround(centre, 6.35, 334, 208, 0.62)
    const { shapes } = scaleBar(frame, 90)
    const kilometers = Number(
      /(\d+) km/.exec(shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : [])).join(' '))?.[1],
    )
    const ticks = shapes.flatMap((shape) =>
      shape.kind === 'line' && shape.x1 === shape.x2 && shape.y2 > shape.y1 ? shape.x1 : [],
    )
    const barPt = Math.max(...ticks)
    // One degree of longitude at 38° north measures 111.320 km × cos 38°.
    const degreePt = (pointOf(frame, { ...centre, longitude: -96 })?.x ?? 0) - 167
    expect(barPt / degreePt).toBeCloseTo(kilometers / (111.32 * Math.cos((38 * Math.PI) / 180)), 3)
  })
})

describe('the chart of values', () => {
  const strategies = (values: readonly number[]) =>
    STRATEGIES.map((strategy: Strategy, index) => ({
      strategy,
      npvUsdPerMw: values[index] ?? Number.NaN,
      isBlocked: strategy === 'colo',
      summary: '',
      steps: [],
    }))
  const bars = (shapes: readonly Shape[]) =>
    shapes.filter((shape): shape is Extract<Shape, { kind: 'rect' }> => shape.kind === 'rect')

  test('draws bars in proportion, losses to the left, each in the colour of its verdict', () => {
    const [mine, lease, cloud] = bars(valueChart(strategies([1e6, 2e6, -1e6, 5e5, 0]), 520))
    expect((lease?.width ?? 0) / (mine?.width ?? 1)).toBeCloseTo(2, 6)
    expect((cloud?.x ?? 0) + (cloud?.width ?? 0)).toBeCloseTo(mine?.x ?? -1, 6)
    expect(lease?.fill).toBe(VERDICT_COLORS.print.lease)
  })

  test('cuts a loss far off the axis and still says its size', () => {
    const shapes = valueChart(strategies([-5e5, 7e5, -12e6, -3e6, 3e5]), 520)
    expect(Math.max(...bars(shapes).map(({ width }) => width))).toBeLessThan(520)
    expect(shapes.some((shape) => shape.kind === 'text' && shape.text === '−$12.00m')).toBe(true)
    expect(shapes.filter((shape) => shape.kind === 'line' && shape.width === 1.6).length).toBeGreaterThan(0)
  })

  test('outlines what a failed gate shuts out, and says what cannot be valued', () => {
    const shapes = valueChart(strategies([1e6, 1e6, Number.NaN, 1e6, 1e6]), 520)
    expect(bars(shapes).find(({ stroke }) => stroke === VERDICT_COLORS.print.colo)?.fill).toBe('#ffffff')
    expect(shapes.some((shape) => shape.kind === 'text' && shape.text === 'cannot be valued')).toBe(true)
  })
})

test('the ladder fills as many steps as the evidence has reached', () => {
  const filled = (rung: 'claimed' | 'study' | 'energized') =>
    evidenceLadder([{ label: 'Energized', mw: 100, rung }], 520).filter(
      (shape) => shape.kind === 'rect' && shape.fill !== undefined,
    ).length
  expect([filled('claimed'), filled('study'), filled('energized')]).toEqual([1, 4, 6])
})

test.each([
  ['2024-11-21', true],
  ['2024-11-23', false],
  ['2024-10', true],
  ['2024-11', false],
  ['2023', true],
  ['2024', false],
  [null, false],
])('an attribute of %s is older than 24 months on 22 November 2026: %s', (asOf, stale) => {
  expect(isStale(asOf, Date.UTC(2026, 10, 22))).toBe(stale)
})

test('the colour profile is whole: its length, its tags inside it, four-byte aligned', () => {
  const profile = srgbProfile()
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength)
  expect(view.getUint32(0)).toBe(profile.length)
  expect(Buffer.from(profile.subarray(36, 40)).toString()).toBe('acsp')
  const count = view.getUint32(128)
  expect(count).toBe(10)
  for (let tag = 0; tag < count; tag += 1) {
    const offset = view.getUint32(132 + tag * 12 + 4)
    const length = view.getUint32(132 + tag * 12 + 8)
    expect(offset % 4).toBe(0)
    expect(offset + length).toBeLessThanOrEqual(profile.length)
  }
})

test('the map of a memo names the towns around the site, draws paths and credits its sources', async () => {
  const memo = await write(await memoInput(await referenceCatalog(), 'iren-horizon-childress-tx'))
  const first = memo.runs.filter(({ page }) => page === 1).map(({ text }) => text.trim())
  expect(first).toContain('Oklahoma City')
  expect(first).toContain('Lubbock')
  expect(first).toContain('N')
  expect(first.some((text) => /^\d+ km$/.test(text))).toBe(true)
  expect(first.join(' ')).toContain('Natural Earth · U.S. Census Bureau · GeoNames (CC BY 4.0)')
  const page = [...memo.objects.values()].find((body) => body.includes('Tm') && / l /.test(body)) ?? ''
  expect((page.match(/ l(?= )/g) ?? []).length).toBeGreaterThan(2_000)
})
