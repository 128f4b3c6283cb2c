import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { LonLat } from '../../shared/domain/annotations/annotation-figure.ts'
import { openDrawingMap } from '../support/drawing-map.ts'

const consoleError = vi.spyOn(console, 'error')

beforeEach(() => consoleError.mockClear())

afterEach(() => {
  vi.unstubAllGlobals()
  expect(consoleError.mock.calls).toEqual([])
})

/** Degrees of longitude of so many pixels at the zoom of the tests. */
const degrees = (pixels: number) => (pixels / (256 * 2 ** 12)) * 360

async function chooseByKey(map: Awaited<ReturnType<typeof openDrawingMap>>, tool: string): Promise<void> {
  ;(page.getByRole('button', { name: tool, exact: true }).element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => document.querySelector<HTMLElement>('.map-root')?.dataset['ready'])
    .toBe(map.store.getState().drawingTool)
}

test('a line is drawn with keys alone: the crosshair moves, Space sets, Backspace takes back, Enter ends', async () => {
  const map = await openDrawingMap()
  await chooseByKey(map, 'Line')
  await expect.element(page.getByRole('application', { name: /Map of sites/ })).toHaveFocus()
  await map.keys(' ')
  await expect.element(page.getByText('One point is set.')).toBeInTheDocument()
  expect(document.querySelector<HTMLElement>('.drawing-crosshair')?.hidden).toBe(false)
  await map.keys('{Shift>}{ArrowRight}{/Shift} ')
  await map.keys('{ArrowDown}{ArrowDown} ')
  await expect.element(page.getByText(/^3 points are set: .* mi/)).toBeInTheDocument()
  await map.keys('{Backspace}')
  await expect.element(page.getByText(/^2 points are set/)).toBeInTheDocument()
  await map.keys('{Enter}')
  const line = await map.drawn(1)
  const [from, to, ...others] = line.figure.geometry.coordinates as LonLat[]
  expect(others).toEqual([])
  expect(to![0] - from![0]).toBeCloseTo(degrees(120), 4)
  expect(to![1]).toBeCloseTo(from![1], 6)
  await expect.element(page.getByText(/^Line is kept: /)).toBeInTheDocument()
})

test('areas, rectangles, circles, points and freehand lines are drawn with keys alone', {
  timeout: 40_000,
}, async () => {
  const map = await openDrawingMap()
  const right = '{Shift>}{ArrowRight}{/Shift}'
  const down = '{Shift>}{ArrowDown}{/Shift}'
  await chooseByKey(map, 'Area')
  await map.keys(` ${right} ${down} {Enter}`)
  expect((await map.drawn(1)).figure.geometry.coordinates[0]).toHaveLength(4)
  await chooseByKey(map, 'Rectangle')
  await map.keys(` ${right}${down} `)
  expect((await map.drawn(2)).figure.shape).toBe('rectangle')
  await chooseByKey(map, 'Circle')
  await map.keys(` ${right}{Enter}`)
  const circle = (await map.drawn(3)).figure
  expect(circle.radiusMetres).toBeGreaterThan(3_000)
  await chooseByKey(map, 'Point')
  await map.keys(`${right}${down} `)
  expect((await map.drawn(4)).figure.shape).toBe('point')
  await chooseByKey(map, 'Freehand')
  await map.keys(`${down} ${down} {Enter}`)
  expect((await map.drawn(5)).figure).toMatchObject({ shape: 'freehand', geometry: { type: 'LineString' } })
})

test('letters choose tools on the map, and are letters in a field', async () => {
  const map = await openDrawingMap()
  await map.keys('g')
  expect(map.store.getState().drawingTool).toBe('polygon')
  await page.getByPlaceholder(/Search sites/).click()
  await map.keys('lmr')
  expect(map.store.getState().drawingTool).toBe('polygon')
})

test('the bar is one stop for Tab and its tools are reached by arrows', async () => {
  await openDrawingMap()
  const stops = document.querySelectorAll('[role="toolbar"] button[tabindex="0"]')
  expect([...stops].map((stop) => stop.getAttribute('aria-label'))).toEqual(['Select and move'])
  const tool = (name: string) => page.getByRole('button', { name, exact: true })
  ;(tool('Point').element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(tool('Line')).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  await expect.element(tool('Select and move')).toHaveFocus()
})

test('vertices are typed, added and removed in the table of coordinates, in any notation', async () => {
  const map = await openDrawingMap()
  const created = await map.store.getState().writeAnnotations({
    create: [
      {
        figure: {
          shape: 'line',
          geometry: {
            type: 'LineString',
            coordinates: [
              [-97, 31.5],
              [-96.9, 31.5],
            ],
          },
          radiusMetres: null,
        },
      },
    ],
  })
  map.store.getState().selectAnnotations(created!)
  await page.getByText('Coordinates', { exact: true }).click()
  const vertex = (number: number) => page.getByLabelText(`Vertex ${number}, latitude and longitude`)
  const places = () => map.annotations()[0]!.figure.geometry.coordinates as LonLat[]
  await expect.element(vertex(2)).toHaveValue('31.500000, -96.900000')
  await vertex(2).fill(`31°36'00.0"N 96°54'00.0"W`)
  await map.keys('{Enter}')
  await expect.poll(() => places()[1]).toEqual([-96.9, 31.6])
  ;(vertex(1).element() as HTMLElement).focus()
  await map.keys('{Control>}{Enter}{/Control}')
  await expect.poll(() => places().length).toBe(3)
  expect(places()[1]![1]).toBeCloseTo(31.55, 3)
  await vertex(2).fill('somewhere')
  await map.keys('{Enter}')
  await expect.element(page.getByText(/"somewhere" is no place/)).toBeVisible()
  expect(places()).toHaveLength(3)
  ;(vertex(2).element() as HTMLElement).focus()
  await map.keys('{Control>}{Delete}{/Control}')
  await expect.poll(() => places().length).toBe(2)
  await page.getByRole('button', { name: 'Remove vertex 1' }).click()
  await expect.element(page.getByText(/That many vertices are needed/)).toBeVisible()
  expect(places()).toHaveLength(2)
  expect(map.host.annotations.labels).toEqual(['Change annotations', 'Reshape Line', 'Reshape Line', 'Reshape Line'])
})
