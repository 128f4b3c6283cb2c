import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { figureMeasures } from '../../shared/map/geodesy/figure-measures.ts'
import { openDrawingMap } from '../support/drawing-map.ts'

const consoleError = vi.spyOn(console, 'error')

beforeEach(() => consoleError.mockClear())

afterEach(() => {
  vi.unstubAllGlobals()
  expect(consoleError.mock.calls).toEqual([])
})

test('a line is drawn point by point, measured on the ellipsoid, kept, selected and undone', async () => {
  const map = await openDrawingMap()
  await map.choose('Line')
  await map.click(-100, 0)
  await map.move(50, 40)
  await expect.poll(() => document.querySelector('.drawing-readout')?.textContent).toMatch(/ mi · \d+\.\d° E/)
  await map.click(0, 60)
  await map.click(100, 0)
  await map.click(100, 0)
  const line = await map.drawn(1)
  expect(line.figure.shape).toBe('line')
  expect(line.figure.geometry.type).toBe('LineString')
  expect(line.figure.geometry.coordinates).toHaveLength(3)
  expect(line.figure.geometry.coordinates[0]![0 as never]).toBeLessThan(-97)
  const { lengthM } = figureMeasures(line.figure)
  expect(lengthM).toBeGreaterThan(6_000)
  await expect.poll(() => document.querySelectorAll('path.drawing--selected').length).toBe(1)
  await expect.element(page.getByRole('heading', { name: 'Line' })).toBeVisible()
  expect(map.store.getState().drawingTool).toBe('select')
  await map.keys('{Control>}z{/Control}')
  await map.drawn(0).catch(() => undefined)
  await expect.poll(() => document.querySelectorAll('path.drawing').length).toBe(0)
  await map.keys('{Control>}y{/Control}')
  await expect.poll(() => document.querySelectorAll('path.drawing').length).toBe(1)
})
