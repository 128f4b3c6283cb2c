import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { LonLat } from '../../shared/domain/annotations/annotation-figure.ts'
import { figureMeasures } from '../../shared/map/geodesy/figure-measures.ts'
import { inverse } from '../../shared/map/geodesy/inverse.ts'
import { openDrawingMap } from '../support/drawing-map.ts'

const consoleError = vi.spyOn(console, 'error')

beforeEach(() => consoleError.mockClear())

afterEach(() => {
  vi.unstubAllGlobals()
  expect(consoleError.mock.calls).toEqual([])
})

const readout = () => document.querySelector('.drawing-readout:not([hidden])')?.textContent ?? ''

test('a line is drawn point by point, measured on the ellipsoid, kept, selected, undone and redone', async () => {
  const map = await openDrawingMap()
  await map.choose('Line')
  await map.click(-100, 0)
  await map.move(50, 40)
  await expect.poll(readout).toMatch(/ mi · \d+\.\d° E/)
  await map.click(0, 60)
  await map.click(100, 0)
  await map.click(100, 0)
  const line = await map.drawn(1)
  expect(line.figure).toMatchObject({ shape: 'line', radiusMetres: null, geometry: { type: 'LineString' } })
  const places = line.figure.geometry.coordinates as LonLat[]
  expect(places).toHaveLength(3)
  expect(places[0]![0]).toBeLessThan(-97)
  const { lengthM } = figureMeasures(line.figure)
  expect(lengthM).toBeCloseTo(inverse(places[0]!, places[1]!).distanceM + inverse(places[1]!, places[2]!).distanceM, 6)
  await expect.poll(() => document.querySelectorAll('path.drawing--selected').length).toBe(1)
  await expect.element(page.getByRole('heading', { name: 'Line' })).toBeVisible()
  expect(map.store.getState().drawingTool).toBe('select')
  await map.keys('{Control>}z{/Control}')
  await expect.poll(() => document.querySelectorAll('path.drawing').length).toBe(0)
  await map.keys('{Control>}y{/Control}')
  await expect.poll(() => document.querySelectorAll('path.drawing').length).toBe(1)
  expect(map.annotations()[0]).toEqual(line)
})

test('points, arrows, areas, rectangles, circles and texts are drawn and keep what they are', {
  timeout: 40_000,
}, async () => {
  const map = await openDrawingMap()
  await map.choose('Point')
  await map.click(-150, -60)
  expect((await map.drawn(1)).figure).toMatchObject({ shape: 'point', geometry: { type: 'Point' } })

  await map.choose('Arrow')
  await map.click(-150, -20)
  await map.click(-80, 0)
  await map.keys('{Enter}')
  expect((await map.drawn(2)).figure.shape).toBe('arrow')
  expect(getComputedStyle(document.querySelector('path.drawing--arrow')!).markerEnd).toContain('#drawing-arrowhead')

  await map.choose('Area')
  await map.click(-20, -20)
  await map.click(60, -20)
  await map.click(60, 40)
  await map.click(-20, -20)
  const area = await map.drawn(3)
  expect(area.figure).toMatchObject({ shape: 'polygon', geometry: { type: 'Polygon' } })
  expect(area.figure.geometry.coordinates[0]).toHaveLength(4)

  await map.choose('Rectangle')
  await map.click(-120, 60)
  await map.move(-60, 100)
  await expect.poll(readout).toMatch(/ ac · around .* mi$/)
  await map.click(-60, 100)
  const rectangle = await map.drawn(4)
  expect(rectangle.figure.shape).toBe('rectangle')
  expect(rectangle.figure.geometry.coordinates[0]).toHaveLength(5)

  await map.choose('Circle')
  await map.click(20, 110)
  await map.move(70, 110)
  await expect.poll(readout).toMatch(/^Radius .* ac$/)
  await map.click(70, 110)
  const circle = await map.drawn(5)
  expect(circle.figure.shape).toBe('circle')
  // 50 pixels of a Mercator map at 31.5 degrees north: the radius is that of the ellipsoid, not of Leaflet's sphere.
  const [longitude, latitude] = circle.figure.geometry.coordinates as LonLat
  const edge = longitude + (50 / (256 * 2 ** 12)) * 360
  expect(circle.figure.radiusMetres! / inverse([longitude, latitude], [edge, latitude]).distanceM).toBeCloseTo(1, 2)

  await map.choose('Text')
  await map.click(120, -80)
  await map.drawn(6)
  await expect.element(page.getByLabelText('Words')).toHaveFocus()
  await map.keys('Laydown yard <b>{Enter}')
  await expect.poll(() => map.annotations()[5]?.label).toBe('Laydown yard <b>')
  await expect.poll(() => document.querySelector('.drawing-text')?.textContent).toBe('Laydown yard <b>')
  expect(document.querySelector('.drawing-text b')).toBeNull()
  expect(new Set(map.annotations().map(({ annotationId }) => annotationId)).size).toBe(6)
})

test('a freehand stroke follows the hand, without its tremble, and round an area when it comes back', async () => {
  const map = await openDrawingMap()
  await map.choose('Freehand')
  await map.drag(
    [-100, 0],
    [100, 0],
    Array.from({ length: 50 }, (_, at) => [-100 + at * 4, at % 2] as const),
  )
  const stroke = await map.drawn(1)
  expect(stroke.figure).toMatchObject({ shape: 'freehand', geometry: { type: 'LineString' } })
  expect((stroke.figure.geometry.coordinates as LonLat[]).length).toBeLessThan(10)
  await expect.poll(() => document.querySelector('path.drawing--freehand')?.getAttribute('fill')).toBe('none')

  await map.choose('Freehand')
  const round = Array.from({ length: 40 }, (_, at) => {
    const turn = (at / 40) * 2 * Math.PI
    return [60 * Math.cos(turn), 100 + 60 * Math.sin(turn)] as const
  })
  await map.drag([60, 100], [60, 100], round)
  expect((await map.drawn(2)).figure).toMatchObject({ shape: 'freehand', geometry: { type: 'Polygon' } })
})

test('ends meet exactly where something else begins, and with Alt they do not', async () => {
  const map = await openDrawingMap()
  await map.choose('Point')
  await map.click(100, 0)
  const point = await map.drawn(1)
  await map.choose('Line')
  await map.click(-100, 0)
  await map.move(94, 5)
  await map.click(95, 4)
  await map.keys('{Enter}')
  const line = await map.drawn(2)
  const end = (line.figure.geometry.coordinates as LonLat[]).at(-1)
  expect(end).toEqual(point.figure.geometry.coordinates)

  await map.choose('Line')
  await map.click(-100, 80)
  await map.keys('{Alt>}')
  await map.move(94, 5)
  await map.click(95, 4)
  await map.keys('{/Alt}')
  await map.keys('{Enter}')
  const free = (await map.drawn(3)).figure.geometry.coordinates as LonLat[]
  expect(free.at(-1)).not.toEqual(point.figure.geometry.coordinates)
})

test('the ruler tells distance, bearing and area and keeps nothing', async () => {
  const map = await openDrawingMap()
  await map.choose('Measure')
  await map.click(-100, 0)
  await map.click(0, 80)
  await map.click(100, 0)
  await map.keys('{Enter}')
  await expect
    .poll(() => document.querySelector('.drawing-ruler__text')?.textContent)
    .toMatch(/^\d+\.\d+ mi · last .* mi \d+\.\d° NE · closed .* ac$/)
  await expect.element(page.getByText(/ ac\. Approximate, not a survey\.$/)).toBeInTheDocument()
  await page.getByLabelText('Units').selectOptions('metric')
  expect(map.host.calls).not.toContain('annotations.write')
  await map.keys('{Escape}')
  await expect.poll(() => document.querySelector('.drawing-ruler__text')).toBeNull()
  await expect.poll(() => map.host.settings['measureUnits']).toBe('metric')
})

test('Esc leaves an unfinished shape and its tool, then the bar', async () => {
  const map = await openDrawingMap()
  await map.choose('Area')
  await map.click(-50, 0)
  await map.click(50, 0)
  await map.keys('{Enter}')
  await expect.element(page.getByText('An area needs three corners; set another one.')).toBeInTheDocument()
  await map.keys('{Escape}')
  expect(map.store.getState().drawingTool).toBe('select')
  expect(document.querySelector('.leaflet-drawings-pane path.leaflet-interactive')).toBeNull()
  await map.keys('{Escape}')
  await expect.element(page.getByRole('toolbar', { name: 'Drawing tools' })).not.toBeInTheDocument()
  expect(map.host.calls).not.toContain('annotations.write')
})

test('a refusal of the catalog is told and leaves nothing half drawn', async () => {
  const map = await openDrawingMap()
  await map.choose('Point')
  map.host.failNext = { method: 'annotations.write', message: 'The disk is full; free some space and draw it again.' }
  await map.click(0, 0)
  await expect.element(page.getByText('The disk is full; free some space and draw it again.')).toBeVisible()
  expect(document.querySelector('path.drawing')).toBeNull()
  await map.choose('Point')
  await map.click(10, 10)
  await map.drawn(1)
})

test('a photo of the open site is placed with the way its camera looked', async () => {
  const map = await openDrawingMap()
  map.store.getState().choosePhoto(null)
  await map.choose('Photo of the site')
  await expect.element(page.getByText('Open the site whose photo you want to place.')).toBeVisible()
  map.store.getState().choosePhoto({
    siteId: 'middle',
    evidenceId: '5b5c1b1e-7f0e-4d57-9a2c-2f1f3f3c0a11',
    caption: 'Substation gate',
    bearingDegrees: 135,
    position: { latitude: 31.51, longitude: -97.01 },
  })
  await expect.poll(() => document.querySelector('.geoman-draw-cursor')).not.toBeNull()
  await map.click(30, 30)
  const photo = await map.drawn(1)
  expect(photo).toMatchObject({
    siteId: 'middle',
    label: 'Substation gate',
    figure: { shape: 'photo' },
    photo: { evidenceId: '5b5c1b1e-7f0e-4d57-9a2c-2f1f3f3c0a11', bearingDegrees: 135 },
  })
  await expect.poll(() => document.querySelector('.drawing-photo__view')?.getAttribute('transform')).toBe('rotate(135)')
})

test.each(['Line', 'Freehand', 'Cut out', 'Edit vertices'])(
  'the page can be left in the middle of: %s',
  async (tool) => {
    const map = await openDrawingMap()
    const road = {
      type: 'LineString' as const,
      coordinates: [
        [-97, 31.5],
        [-96.9, 31.5],
      ] as LonLat[],
    }
    const created = await map.store.getState().writeAnnotations({
      create: [{ figure: { shape: 'line', geometry: road, radiusMetres: null } }],
    })
    map.store.getState().selectAnnotations(created ?? [])
    await map.choose(tool)
    if (tool !== 'Edit vertices') await map.click(40, 60)
    await map.screen.unmount()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(document.querySelectorAll('.leaflet-container, .drawing-crosshair').length).toBe(0)
  },
)
