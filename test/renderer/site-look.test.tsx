import { StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { GATES } from '../../shared/domain/ranking/ranking.ts'
import { BASEMAP_COLORS } from '../../shared/map/basemap-style.ts'
import { siteColors } from '../../shared/map/sites/site-colors.ts'
import { serveBasemap } from '../support/serve-basemap.ts'
import { columns, Harness, middle, middlePixel, mountMap, ranking, waco } from './map-harness.tsx'

const SITES = '.leaflet-sites-pane canvas'

/** The harness's ranking with no gate failed and none open, Waco scored 63. */
const scored = {
  ...ranking,
  score: ranking.score.map((score, row) => (row === 0 ? 63 : score)),
  gates: new Uint8Array(ranking.gates.length),
}

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

const rgb = () => middlePixel(SITES).slice(0, 3)

test('the colour of a site is that of its class, in each scheme, and follows the choice', async () => {
  serveBasemap()
  const look = { colorBy: 'score', sizeBy: 'mw' } as const
  const { screen } = await mountMap({ ranking: scored, siteLook: look })
  await vi.waitFor(() => expect(rgb()).toEqual(channels(siteColors('score', 'light')[5]!)))
  await screen.rerender(
    <StrictMode>
      <Harness ranking={scored} siteLook={look} colorScheme="dark" />
    </StrictMode>,
  )
  await vi.waitFor(() => expect(rgb()).toEqual(channels(siteColors('score', 'dark')[5]!)))
  await screen.rerender(
    <StrictMode>
      <Harness ranking={scored} siteLook={{ colorBy: 'mw', sizeBy: 'same' }} colorScheme="dark" />
    </StrictMode>,
  )
  await vi.waitFor(() => expect(rgb()).toEqual(channels(siteColors('mw', 'dark')[4]!)))
})

test('a site without the value is empty inside, and a failed gate puts a bar over the colour', async () => {
  serveBasemap()
  const { screen } = await mountMap({ ranking: scored, siteLook: { colorBy: 'price', sizeBy: 'mw' } })
  await vi.waitFor(() => expect(middlePixel(SITES)[3]).toBe(255))
  expect(Math.min(...rgb())).toBeGreaterThan(240)
  expect(channels(BASEMAP_COLORS.light.land)).not.toEqual(rgb())
  const gates = new Uint8Array(ranking.gates.length)
  gates[GATES.length - 1] = 1
  await screen.rerender(
    <StrictMode>
      <Harness ranking={{ ...scored, gates }} siteLook={{ colorBy: 'score', sizeBy: 'mw' }} />
    </StrictMode>,
  )
  await vi.waitFor(() => expect(Math.max(...rgb())).toBeLessThan(60))
  expect(rgb()).not.toEqual(channels(siteColors('score', 'light')[5]!))
})

test('the legend tells the classes with their units, and its choice is handed on', async () => {
  serveBasemap()
  const onSiteLook = vi.fn()
  await mountMap({ ranking: scored, siteLook: { colorBy: 'price', sizeBy: 'same' }, onSiteLook })
  const list = page.getByRole('list', { name: 'Colour: power price' })
  await expect.element(list).toBeVisible()
  expect([...list.element().querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    'under $30/MWh',
    '$30 to 40/MWh',
    '$40 to 50/MWh',
    '$50 to 60/MWh',
    '$60 to 80/MWh',
    '$80/MWh or more',
    'Price unknown',
  ])
  expect(page.getByRole('list', { name: 'Size: megawatts' }).query()).toBeNull()
  await expect.element(page.getByText('Bar: a gate failed')).toBeVisible()
  await page.getByRole('combobox', { name: 'Colour of the sites' }).selectOptions('Score')
  expect(onSiteLook).toHaveBeenCalledWith({ colorBy: 'score' })
})

test('Enter goes to the sites, arrows move among them, Enter opens one, and Escape gives the arrows back', async () => {
  serveBasemap()
  const onViewChange = vi.fn()
  const { map } = await mountMap({ onViewChange })
  const said = page.getByRole('status', { name: 'Site on the map' })
  ;(map.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(said).toHaveTextContent(`${waco.name}, rank 1 of 401, Lease to AI tenant, 900 MW.`)
  await vi.waitFor(() => expect(document.querySelectorAll('.map-ring[data-kind="focused"]').length).toBe(1))
  const views = onViewChange.mock.calls.length
  await userEvent.keyboard('{ArrowUp}')
  await vi.waitFor(() => expect(said.element().textContent).toMatch(/^Site \d+, rank/))
  const name = /^Site \d+/.exec(said.element().textContent ?? '')![0]
  expect(columns.numbers.latitude[columns.names.indexOf(name)]).toBeGreaterThan(waco.latitude)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByTestId('selected')).toHaveTextContent(name)
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}')
  await expect.element(page.getByText('No site in view further south.')).toBeVisible()
  expect(onViewChange.mock.calls.length).toBe(views)
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() => expect(said.element().textContent).toBe(''))
  expect(document.querySelectorAll('.map-ring[data-kind="focused"]').length).toBe(0)
  await userEvent.keyboard('{ArrowRight}')
  await vi.waitFor(() => expect(onViewChange.mock.calls.length).toBeGreaterThan(views))
})

test('a finger that rests on a site is told of it; one that draws is not', async () => {
  serveBasemap()
  const { map } = await mountMap()
  const container = map.element() as HTMLElement
  const { left, top } = container.getBoundingClientRect()
  const down = (x: number) =>
    container.dispatchEvent(
      new PointerEvent('pointerdown', {
        pointerType: 'touch',
        isPrimary: true,
        clientX: left + x,
        clientY: top + middle.position.y,
        bubbles: true,
      }),
    )
  down(middle.position.x + 18)
  await vi.waitFor(() => expect(document.querySelector('.map-tooltip')?.textContent).toContain('rank 1 of 401'))
  await map.hover({ position: { x: 450, y: 560 } })
  await vi.waitFor(() => expect(document.querySelector('.map-tooltip')).toBeNull())
  container.dataset['drawing'] = 'draw'
  await map.hover(middle)
  down(middle.position.x)
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(document.querySelector('.map-tooltip')).toBeNull()
})
