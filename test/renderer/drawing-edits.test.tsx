import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { AnnotationFigure, LonLat } from '../../shared/domain/annotations/annotation-figure.ts'
import { figureMeasures } from '../../shared/map/geodesy/figure-measures.ts'
import { type DrawingMap, openDrawingMap } from '../support/drawing-map.ts'

const consoleError = vi.spyOn(console, 'error')

beforeEach(() => consoleError.mockClear())

afterEach(() => {
  vi.unstubAllGlobals()
  expect(consoleError.mock.calls).toEqual([])
})

/** So many pixels right of and below the middle of the first view, to the millimetre that the catalog keeps. */
function at(right: number, down: number): LonLat {
  const world = 256 * 2 ** 12
  const y = Math.asinh(Math.tan((31.5 * Math.PI) / 180)) - (down / world) * 2 * Math.PI
  const round = (degrees: number) => Math.round(degrees * 1e8) / 1e8
  return [round(-97 + (right / world) * 360), round((Math.atan(Math.sinh(y)) * 180) / Math.PI)]
}

function polygon(...ring: LonLat[]): AnnotationFigure {
  return { shape: 'polygon', geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }, radiusMetres: null }
}

const SQUARE = polygon(at(-60, -60), at(60, -60), at(60, 60), at(-60, 60))

async function put(map: DrawingMap, ...figures: AnnotationFigure[]): Promise<string[]> {
  const created = await map.store.getState().writeAnnotations({ create: figures.map((figure) => ({ figure })) })
  if (!created) throw new Error('Nothing was put.')
  await expect.poll(() => document.querySelectorAll('[data-annotation]').length).toBe(figures.length)
  return [...created]
}

test('what is selected is dragged elsewhere in one step of undo and keeps its acres', async () => {
  const map = await openDrawingMap()
  await map.choose('Select and move')
  await put(map, SQUARE)
  await map.drag(
    [0, 0],
    [80, -150],
    [
      [10, -20],
      [40, -90],
    ],
  )
  await expect.poll(() => map.host.annotations.labels.at(-1)).toBe('Move Area')
  const moved = map.annotations()[0]!.figure
  const first = (moved.geometry.coordinates[0] as LonLat[])[0]!
  expect(first[0]).toBeCloseTo(at(20, 0)[0], 3)
  expect(first[1]).toBeGreaterThan(at(0, -190)[1])
  expect(figureMeasures(moved).areaM2! / figureMeasures(SQUARE).areaM2!).toBeCloseTo(1, 3)
  await map.keys('{Control>}z{/Control}')
  await expect.poll(() => map.annotations()[0]?.figure).toEqual(SQUARE)
})

test('a vertex is dragged by its handle, one is added between two, and undo brings each back', async () => {
  const map = await openDrawingMap()
  const [id] = await put(map, SQUARE)
  map.store.getState().selectAnnotations([id!])
  await map.choose('Edit vertices')
  const handles = () => [
    ...document.querySelectorAll<HTMLElement>('.leaflet-drawing-handles-pane .marker-icon:not(.marker-icon-middle)'),
  ]
  await expect.poll(() => handles().length).toBe(4)
  await page.elementLocator(handles()[1]!).dropTo(page.getByRole('application', { name: /Map of sites/ }), {
    targetPosition: map.position(120, -100),
  })
  await expect.poll(() => map.host.annotations.labels.at(-1)).toBe('Reshape Area')
  const ring = map.annotations()[0]!.figure.geometry.coordinates[0] as LonLat[]
  expect(ring).toHaveLength(5)
  expect(ring[1]![0]).toBeCloseTo(at(120, 0)[0], 3)
  // The handles are on the new shape, which came back from the catalog.
  await expect.poll(() => handles().length).toBe(4)
  document.querySelector<HTMLElement>('.marker-icon-middle')!.click()
  await expect.poll(() => (map.annotations()[0]!.figure.geometry.coordinates[0] as LonLat[]).length).toBe(6)
  await map.keys('{Control>}z{/Control}{Control>}z{/Control}')
  await expect.poll(() => map.annotations()[0]?.figure).toEqual(SQUARE)
  await expect.poll(() => handles().length).toBe(4)
})

test('a hole is cut out of an area, which stays the same annotation with its label', async () => {
  const map = await openDrawingMap()
  const [id] = await put(map, SQUARE)
  await map.store.getState().writeAnnotations({ update: [{ annotationId: id!, label: 'Pad A' }] })
  await map.choose('Cut out')
  for (const [right, down] of [
    [-20, -20],
    [20, -20],
    [20, 20],
    [-20, 20],
    [-20, -20],
  ] as const)
    await map.click(right, down)
  await expect.poll(() => map.host.annotations.labels.at(-1)).toBe('Cut Pad A')
  const [cut, ...others] = map.annotations()
  expect(others).toEqual([])
  expect(cut).toMatchObject({ annotationId: id, label: 'Pad A', figure: { shape: 'polygon' } })
  expect(cut!.figure.geometry.coordinates).toHaveLength(2)
  await expect.poll(() => document.querySelectorAll('path.drawing').length).toBe(1)
  await map.keys('{Control>}z{/Control}')
  await expect.poll(() => map.annotations()[0]?.figure).toEqual(SQUARE)
})

test('a line that is cut in two leaves two lines, the first of them the same annotation; a circle becomes an area', async () => {
  const map = await openDrawingMap()
  const line: AnnotationFigure = {
    shape: 'line',
    geometry: { type: 'LineString', coordinates: [at(-100, 0), at(100, 0)] },
    radiusMetres: null,
  }
  const circle: AnnotationFigure = {
    shape: 'circle',
    geometry: { type: 'Point', coordinates: at(0, 90) },
    radiusMetres: 1_500,
  }
  const [lineId, circleId] = await put(map, line, circle)
  await map.choose('Cut out')
  for (const [right, down] of [
    [-15, -30],
    [15, -30],
    [15, 95],
    [-15, 95],
    [-15, -30],
  ] as const)
    await map.click(right, down)
  await expect.poll(() => map.annotations().length).toBe(3)
  const cutLine = map.annotations().find(({ annotationId }) => annotationId === lineId)!
  expect(cutLine.figure.geometry.type).toBe('LineString')
  const cutCircle = map.annotations().find(({ annotationId }) => annotationId === circleId)!
  expect(cutCircle.figure).toMatchObject({ shape: 'polygon', radiusMetres: null, geometry: { type: 'Polygon' } })
  expect(figureMeasures(cutCircle.figure).areaM2!).toBeLessThan(Math.PI * 1_500 ** 2)
  await map.keys('{Control>}z{/Control}')
  await expect.poll(() => map.annotations().length).toBe(2)
})

test('several are selected with Shift, nudged, duplicated and deleted by keys, each in one step', async () => {
  const map = await openDrawingMap()
  await map.choose('Select and move')
  const point = (right: number): AnnotationFigure => ({
    shape: 'point',
    geometry: { type: 'Point', coordinates: at(right, 0) },
    radiusMetres: null,
  })
  const [one, two] = await put(map, point(-80), point(80))
  await map.click(-80, 0)
  expect(map.store.getState().selectedAnnotations).toEqual([one])
  await map.click(80, 0, { modifiers: ['Shift'] })
  expect(map.store.getState().selectedAnnotations).toEqual([one, two])
  page
    .getByRole('application', { name: /Map of sites/ })
    .element()
    .focus()
  await map.keys('{ArrowRight}{ArrowRight}{Shift>}{ArrowUp}{/Shift}')
  await expect.poll(() => map.host.annotations.labels.at(-1)).toBe('Move 2 drawings')
  const nudged = map.annotations()[0]!.figure.geometry.coordinates as LonLat
  expect(nudged[0]).toBeCloseTo(at(-78, 0)[0], 5)
  expect(nudged[1]).toBeCloseTo(at(0, -10)[1], 5)
  expect(map.host.calls.filter((call) => call === 'annotations.write')).toHaveLength(2)
  await map.keys('{Control>}d{/Control}')
  await map.drawn(4)
  await expect.poll(() => map.store.getState().selectedAnnotations.length).toBe(2)
  expect(map.store.getState().selectedAnnotations).not.toContain(one)
  await map.keys('{Delete}')
  await map.drawn(2)
  await expect.element(page.getByRole('heading', { name: '2 drawings' })).not.toBeInTheDocument()
  await map.keys('{Control>}a{/Control}')
  expect(map.store.getState().selectedAnnotations).toEqual([one, two])
  await map.click(0, 120)
  expect(map.store.getState().selectedAnnotations).toEqual([])
})

test('a rectangle that is turned stays one; the keys turn it too', async () => {
  const map = await openDrawingMap()
  const [id] = await put(map, { ...SQUARE, shape: 'rectangle' })
  map.store.getState().selectAnnotations([id!])
  await page.getByLabelText('Turn clockwise, degrees').fill('30')
  await map.keys('{Enter}')
  await expect.poll(() => map.host.annotations.labels.at(-1)).toBe('Rotate Rectangle')
  const turned = map.annotations()[0]!.figure
  expect(turned.shape).toBe('rectangle')
  expect(figureMeasures(turned).areaM2! / figureMeasures(SQUARE).areaM2!).toBeCloseTo(1, 3)
  await map.choose('Rotate')
  await expect
    .poll(() => document.querySelectorAll('.leaflet-drawing-handles-pane .marker-icon').length)
    .toBeGreaterThan(3)
  await page
    .elementLocator(document.querySelector('.leaflet-drawing-handles-pane .marker-icon')!)
    .dropTo(page.getByRole('application', { name: /Map of sites/ }), { targetPosition: map.position(0, -120) })
  await expect.poll(() => map.host.annotations.labels.length).toBe(3)
  expect(map.annotations()[0]!.figure.shape).toBe('rectangle')
})

test('what is in a locked drawing layer cannot be moved or deleted, and a hidden one is not on the map', async () => {
  const map = await openDrawingMap()
  await map.choose('Select and move')
  const groupId = await map.store.getState().saveAnnotationGroup({ name: 'Survey', isLocked: true })
  const [id] = await put(map, SQUARE)
  await map.store.getState().writeAnnotations({ update: [{ annotationId: id!, groupId: groupId! }] })
  await map.click(0, 0)
  await map.keys('{Delete}')
  await expect.element(page.getByText(/This drawing layer is locked/)).toBeVisible()
  await map.drag([0, 0], [90, 90], [[40, 40]])
  expect(map.annotations()[0]?.figure).toEqual(SQUARE)
  await map.store.getState().saveAnnotationGroup({ groupId: groupId!, isHidden: true })
  await expect.poll(() => document.querySelectorAll('[data-annotation]').length).toBe(0)
})
