import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { MapViewProps } from '../../renderer/src/map/map-view.tsx'
import { VERDICTS } from '../../shared/domain/site/strategies.ts'
import { serveBasemap } from '../support/serve-basemap.ts'
import { columns, emptyGround, Harness, middle, middlePixel, mountMap, ranking, sites, waco } from './map-harness.tsx'

const consoleError = vi.spyOn(console, 'error')

beforeEach(() => consoleError.mockClear())

afterEach(() => {
  vi.unstubAllGlobals()
  expect(consoleError.mock.calls).toEqual([])
})

test('a click on a site selects it, and a click on empty ground selects none', async () => {
  serveBasemap()
  const { map } = await mountMap()
  await map.click(middle)
  await expect.element(page.getByTestId('selected')).toHaveTextContent(waco.name)
  await vi.waitFor(() => expect(document.querySelectorAll('.map-ring[data-kind="selected"]').length).toBe(1))
  await map.click(emptyGround)
  await expect.element(page.getByTestId('selected')).toHaveTextContent('none')
  expect(document.querySelectorAll('.map-ring').length).toBe(0)
})

test('the pointer on a site shows its name as text, verdict, megawatts and rank', async () => {
  serveBasemap()
  const { map } = await mountMap()
  await map.hover(middle)
  const tooltip = page.getByRole('tooltip')
  await expect.element(tooltip).toBeVisible()
  const lines = [...tooltip.element().querySelectorAll(':scope > div > div')].map((line) => line.textContent)
  expect(lines).toEqual([waco.name, 'Lease to AI tenant', '900 MW · rank 1 of 401'])
  expect(tooltip.element().querySelector('img')).toBeNull()
  await map.hover(emptyGround)
  await vi.waitFor(() => expect(document.querySelector('.map-tooltip')).toBeNull())
})

test('a site that the filter hides cannot be clicked', async () => {
  serveBasemap()
  const visible = new Uint8Array(columns.count).fill(1)
  visible[0] = 0
  const { map } = await mountMap({ visible })
  await map.click(middle)
  await expect.element(page.getByTestId('selected')).toHaveTextContent('none')
})

test('a new ranking recolours the sites without another element on the map', async () => {
  serveBasemap()
  const { screen } = await mountMap()
  await vi.waitFor(() => expect(middlePixel('.leaflet-sites-pane canvas')[3]).toBe(255))
  const before = middlePixel('.leaflet-sites-pane canvas')
  const elements = document.querySelectorAll('.leaflet-map-pane *').length
  const verdict = ranking.verdict.slice()
  verdict[0] = VERDICTS.indexOf('mine')
  await screen.rerender(
    <StrictMode>
      <Harness ranking={{ ...ranking, verdict }} />
    </StrictMode>,
  )
  await vi.waitFor(() => expect(middlePixel('.leaflet-sites-pane canvas')).not.toEqual(before))
  expect(document.querySelectorAll('.leaflet-map-pane *').length).toBe(elements)
})

test('keys move and zoom the map and bring the whole United States back', async () => {
  serveBasemap()
  const onViewChange = vi.fn<NonNullable<MapViewProps['onViewChange']>>()
  const { map } = await mountMap({ onViewChange })
  const latest = () => onViewChange.mock.lastCall?.[0]
  ;(map.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await vi.waitFor(() => expect(latest()?.longitude).toBeGreaterThan(waco.longitude + 0.3))
  await userEvent.keyboard('+')
  await vi.waitFor(() => expect(latest()?.zoom).toBe(8))
  await userEvent.keyboard('{Home}')
  await vi.waitFor(() => expect(latest()?.zoom).toBe(4), { timeout: 5_000 })
  expect(latest()!.latitude).toBeGreaterThan(36)
})

test('the buttons zoom and go home', async () => {
  serveBasemap()
  const onViewChange = vi.fn<NonNullable<MapViewProps['onViewChange']>>()
  await mountMap({ onViewChange })
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await vi.waitFor(() => expect(onViewChange.mock.lastCall?.[0].zoom).toBe(8))
  await page.getByRole('button', { name: 'Whole United States' }).click()
  await vi.waitFor(() => expect(onViewChange.mock.lastCall?.[0].zoom).toBe(4), { timeout: 5_000 })
})

test('a focused row is brought into the middle', async () => {
  serveBasemap()
  const onViewChange = vi.fn<NonNullable<MapViewProps['onViewChange']>>()
  const { screen } = await mountMap({ onViewChange })
  await screen.rerender(
    <StrictMode>
      <Harness onViewChange={onViewChange} focus={{ row: 210, token: 1 }} />
    </StrictMode>,
  )
  await vi.waitFor(
    () => {
      const view = onViewChange.mock.lastCall?.[0]
      expect(view?.latitude).toBeCloseTo(sites[210]!.latitude, 1)
      expect(view?.longitude).toBeCloseTo(sites[210]!.longitude, 1)
    },
    { timeout: 5_000 },
  )
})

test('the ground is drawn in the colours of the scheme and follows when it changes', async () => {
  serveBasemap()
  const { screen } = await mountMap()
  const ground = () => middlePixel('.map-basemap canvas').slice(0, 3)
  await vi.waitFor(() => expect(ground()).toEqual([0xf6, 0xf4, 0xef]))
  await screen.rerender(
    <StrictMode>
      <Harness colorScheme="dark" />
    </StrictMode>,
  )
  await vi.waitFor(() => expect(ground()).toEqual([0x1e, 0x24, 0x2d]))
})

test('credits and legend are there; the legend folds away', async () => {
  serveBasemap()
  await mountMap()
  await expect.element(page.getByText(/Natural Earth · U.S. Census Bureau · GeoNames \(CC BY 4.0\)/)).toBeVisible()
  await expect.element(page.getByText('Lease to AI tenant')).toBeVisible()
  await page.getByRole('button', { name: 'Legend' }).click()
  expect(page.getByText('Lease to AI tenant').query()).toBeNull()
})

test('mounting and unmounting again and again leaves nothing behind', async () => {
  serveBasemap()
  for (let round = 0; round < 3; round += 1) {
    const { screen } = await mountMap()
    await screen.unmount()
  }
  expect(document.querySelectorAll('.leaflet-container, canvas').length).toBe(0)
})
