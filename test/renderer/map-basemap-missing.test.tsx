import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { serveBasemap } from '../support/serve-basemap.ts'
import { middle, middlePixel, mountMap, waco } from './map-harness.tsx'

const consoleError = vi.spyOn(console, 'error')
vi.spyOn(console, 'warn').mockImplementation(() => {})

beforeEach(() => consoleError.mockClear())

afterEach(() => {
  vi.unstubAllGlobals()
  expect(consoleError.mock.calls).toEqual([])
})

// The page keeps a basemap once it has one, so the test that ends with one comes last.

test('a server that answers with a page instead of the basemap counts as missing', async () => {
  vi.stubGlobal('fetch', async () => new Response('<!doctype html><title>Switchyard</title>'))
  await mountMap()
  await expect.element(page.getByText(/could not be loaded/)).toBeVisible()
})

test('without a basemap the sites are drawn, a sentence says so, and Retry brings it', async () => {
  serveBasemap({ missing: true })
  const { map } = await mountMap()
  await expect
    .element(page.getByText(/The background map could not be loaded; the sites are shown without it\./))
    .toBeVisible()
  await vi.waitFor(() => expect(middlePixel('.leaflet-sites-pane canvas')[3]).toBe(255))
  await map.click(middle)
  await expect.element(page.getByTestId('selected')).toHaveTextContent(waco.name)
  serveBasemap()
  await page.getByRole('button', { name: 'Retry' }).click()
  await vi.waitFor(() => expect(document.querySelectorAll('.map-basemap canvas').length).toBeGreaterThan(0))
  expect(page.getByText(/could not be loaded/).query()).toBeNull()
})
