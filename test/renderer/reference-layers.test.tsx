import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { LAYER_PALETTE, LAYER_RAMP_COLORS } from '../../shared/map/layers/layer-palette.ts'
import type { PageFeature, PageLayer } from '../support/page-layers.ts'
import { type RenderedApp, renderApp } from '../support/render-app.tsx'

/** The view's middle; the sites of the fixture are far from it. */
const [LATITUDE, LONGITUDE, ZOOM] = [40, -80, 9]

const square = (featureId: number, at: number, attributes: PageFeature['attributes']): PageFeature => {
  const [west, south] = [LONGITUDE + at - 0.2, LATITUDE - 0.2]
  const degrees = [west, south, west + 0.4, south, west + 0.4, south + 0.4, west, south + 0.4, west, south]
  return { featureId, type: 'Polygon', degrees, attributes }
}

const SOLID = { fillOpacity: 1 } as const

const PARCELS: PageLayer = {
  layerId: 1,
  name: 'parcels.geojson',
  look: { ...SOLID, color: 'green' },
  features: [
    square(11, 0, { NAME: 'Home Farm', OWNER: 'Oncor', acres: 640 }),
    square(12, 0.5, { NAME: 'East Farm', OWNER: 'AEP', acres: 40 }),
    square(13, -0.5, { NAME: 'West Farm', OWNER: 'AEP', acres: 10 }),
  ],
}

const FLOOD: PageLayer = {
  layerId: 2,
  name: 'flood.geojson',
  look: { ...SOLID, color: 'blue' },
  features: [square(21, 0, { NAME: 'Zone A' })],
}

/** Larger than the view, whatever is open beside the map. */
const COUNTY: PageLayer = {
  layerId: 3,
  name: 'counties.geojson',
  look: { ...SOLID, color: 'green' },
  features: [
    {
      featureId: 31,
      type: 'Polygon',
      degrees: [-90, 35, -70, 35, -70, 45, -90, 45, -90, 35],
      attributes: { NAME: 'Large County', acres: 640 },
    },
  ],
}

async function atFirstView(...layers: PageLayer[]): Promise<RenderedApp> {
  const app = await renderApp(undefined, { mapView: { latitude: LATITUDE, longitude: LONGITUDE, zoom: ZOOM } })
  app.host.layers.held = layers
  await expect.poll(() => app.store.getState().columns?.count).toBe(3)
  await app.store.getState().refreshLayers()
  if (!app.store.getState().layersPanel.isOpen)
    await app.screen.getByRole('button', { name: 'Layers', exact: true }).click()
  return app
}

/** The colour in the middle of the canvas of a pane, which is the middle of the view. */
function pixel(pane = 'reference'): string {
  const canvas = document.querySelector<HTMLCanvasElement>(`.leaflet-${pane}-pane canvas`)
  if (!canvas) return 'no canvas'
  const { data } = canvas.getContext('2d')!.getImageData(canvas.width / 2, canvas.height / 2, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = data
  if (alpha === 0) return 'nothing'
  return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}${alpha === 255 ? '' : ' faint'}`
}

const { green, blue, vermilion } = LAYER_PALETTE.light

describe('reference layers on the map', () => {
  it('are drawn in their colour, and not while they are hidden or their opacity is low', async () => {
    const { screen, host } = await atFirstView(PARCELS)
    await expect.poll(() => pixel()).toBe(green)
    await screen.getByRole('switch', { name: 'Show parcels.geojson' }).click()
    await expect.poll(() => pixel()).toBe('nothing')
    await expect.poll(() => host.settings['layerShown']).toEqual({ 'parcels.geojson': false })
    await screen.getByRole('switch', { name: 'Show parcels.geojson' }).click()
    await expect.poll(() => pixel()).toBe(green)
    await screen.getByRole('button', { name: 'Style parcels.geojson' }).click()
    const opacity = screen.getByRole('slider', { name: 'Opacity' })
    ;(opacity.element() as HTMLElement).focus()
    await userEvent.keyboard('{Home}')
    await expect.poll(() => pixel()).toMatch(/faint$/)
    expect(host.layers.held[0]?.look?.opacity).toBe(0.05)
    await screen.getByRole('radio', { name: 'Vermilion' }).click()
    await expect.poll(() => host.layers.held[0]?.look?.color).toBe('vermilion')
  })

  it('lie over each other in their order, which the arrow keys change and undo brings back', async () => {
    const { screen, store } = await atFirstView(PARCELS, FLOOD)
    await expect.poll(() => pixel()).toBe(green)
    ;(screen.getByRole('button', { name: /^Move parcels/ }).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(() => pixel()).toBe(blue)
    const names = [...document.querySelectorAll('.reference-row__name')].map(({ textContent }) => textContent)
    expect(names).toEqual(['flood.geojson', 'parcels.geojson'])
    await store.getState().undo()
    await expect.poll(() => pixel()).toBe(green)
  })

  it('are coloured by an attribute, with a legend, and filtered by one', async () => {
    const { screen, host } = await atFirstView(PARCELS)
    await screen.getByRole('button', { name: 'Style parcels.geojson' }).click()
    await screen.getByRole('combobox', { name: 'Colour by' }).selectOptions('OWNER')
    const panel = screen.getByRole('region', { name: 'Reference layers' })
    await expect.element(panel.getByText('Oncor', { exact: true })).toBeVisible()
    // Green is the layer's own colour and goes to the commonest owner; the next of the palette to the next.
    await expect.poll(() => pixel()).not.toBe('nothing')
    expect(host.layers.held[0]?.look?.by).toMatchObject({ kind: 'categories', values: ['Oncor', 'AEP'] })
    await screen.getByRole('combobox', { name: 'Colour by' }).selectOptions('acres')
    await screen.getByRole('combobox', { name: 'Classes' }).selectOptions('equal')
    await expect.element(panel.getByText('514 and more')).toBeVisible()
    await expect.poll(() => pixel()).toBe(LAYER_RAMP_COLORS.light.viridis.at(-1))
    await screen.getByRole('combobox', { name: 'Filter' }).selectOptions('acres')
    await screen.getByRole('textbox', { name: 'most' }).fill('100')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => pixel()).toBe('nothing')
    await expect.element(panel.getByText('Filtered: acres up to 100')).toBeVisible()
  })

  it('show a card for the feature that is clicked, and leave the chosen site open', async () => {
    const { screen, store } = await atFirstView(COUNTY)
    store.getState().selectSite('middle', 'list')
    store.getState().openLayersPanel(false)
    store.setState({ focusToken: 0 })
    await expect.poll(() => pixel()).toBe(green)
    const map = screen.getByRole('application', { name: /Map of sites/ })
    await map.hover({ position: middleOf(map.element()) })
    await expect.poll(() => map.element().classList.contains('map-root--on-feature')).toBe(true)
    await map.click({ position: middleOf(map.element()) })
    const card = screen.getByRole('region', { name: 'Feature', exact: true })
    await expect.element(card.getByRole('heading', { name: 'Large County' })).toBeVisible()
    await expect.element(card.getByText('640')).toBeVisible()
    expect(pixel('reference-marks')).not.toBe('nothing')
    expect(store.getState().selectedId).toBe('middle')
    await card.getByRole('button', { name: 'Close the feature' }).click()
    await expect.poll(() => store.getState().chosenFeature).toBeNull()
  })

  it('have a table that is sorted and searched, and goes with the map both ways', async () => {
    const { screen, store } = await atFirstView(PARCELS)
    await screen.getByRole('button', { name: 'More for parcels.geojson' }).click()
    await screen.getByRole('menuitem', { name: 'Attribute table' }).click()
    const table = screen.getByRole('region', { name: 'Attributes of parcels.geojson' })
    await expect.element(table.getByText('3 of 3')).toBeVisible()
    const first = () => table.element().querySelector('tbody td')?.textContent
    await table.getByRole('button', { name: 'acres' }).click()
    await expect.poll(first).toBe('West Farm')
    await table.getByRole('button', { name: 'acres ↑' }).click()
    await expect.poll(first).toBe('Home Farm')
    await table.getByRole('searchbox', { name: 'Find in the table' }).fill('east')
    await expect.poll(first).toBe('East Farm')
    await table.getByRole('button', { name: 'Show row 1 on the map' }).click()
    expect(store.getState().chosenFeature).toMatchObject({ layerId: 1, featureId: 12 })
    // What is chosen comes into the middle of what the table leaves of the map.
    await vi.waitFor(() => expect(table.element().querySelector('tr[data-chosen="true"]')).not.toBeNull())
    await table.getByRole('searchbox', { name: 'Find in the table' }).fill('')
    store.getState().chooseFeature({ layerId: 1, featureId: 13, at: null })
    await expect.poll(() => table.element().querySelector('tr[data-chosen="true"] td')?.textContent).toBe('West Farm')
  })

  it('are shown in a catalog that has no site yet', async () => {
    const app = await renderApp([], { mapView: { latitude: LATITUDE, longitude: LONGITUDE, zoom: ZOOM } })
    app.host.layers.held = [PARCELS]
    await expect.poll(() => app.store.getState().columns?.count).toBe(0)
    expect(document.querySelector('.map-root')).toBeNull()
    await app.store.getState().refreshLayers()
    await expect.poll(() => pixel()).toBe(green)
  })

  it('say what is wrong with them: a failed reading with a way on, and what has no place', async () => {
    const app = await renderApp(undefined, { mapView: { latitude: LATITUDE, longitude: LONGITUDE, zoom: ZOOM } })
    const { screen, host, store } = app
    await expect.poll(() => store.getState().columns?.count).toBe(3)
    host.layers.held = [{ ...PARCELS, misplaced: 3, crossing: 1 }]
    host.failNext = { method: 'layers.shapes', message: 'The layer could not be read; try again.' }
    await store.getState().refreshLayers()
    await screen.getByRole('button', { name: 'Layers', exact: true }).click()
    const panel = screen.getByRole('region', { name: 'Reference layers' })
    await expect.element(panel.getByText('The layer could not be read; try again.')).toBeVisible()
    await expect.element(panel.getByText(/^3 features have no usable place/)).toBeVisible()
    await expect.element(panel.getByText(/^1 feature has an outline that crosses itself/)).toBeVisible()
    await panel.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(() => pixel()).toBe(green)
    expect(panel.getByText('The layer could not be read; try again.').elements()).toHaveLength(0)
  })

  it('are gone from the map, the card and the table when they are removed, and undo brings them back', async () => {
    const { screen, store } = await atFirstView({ ...PARCELS, look: { ...SOLID, color: 'vermilion' } })
    await expect.poll(() => pixel()).toBe(vermilion)
    store.getState().chooseFeature({ layerId: 1, featureId: 11, at: { latitude: LATITUDE, longitude: LONGITUDE } })
    store.getState().openLayerTable(1)
    await screen.getByRole('button', { name: 'More for parcels.geojson' }).click()
    await screen.getByRole('menuitem', { name: 'Remove' }).click()
    await expect.poll(() => pixel()).toBe('nothing')
    expect(store.getState()).toMatchObject({ chosenFeature: null, tableLayerId: null })
    await store.getState().undo()
    await expect.poll(() => pixel()).toBe(vermilion)
  })
})

describe('the Layers panel', () => {
  it('opens by Shift+L, closes by Escape, and is remembered with its folded sections', async () => {
    const { screen, host } = await withLayersClosed()
    await userEvent.keyboard('{Shift>}L{/Shift}')
    const panel = screen.getByRole('region', { name: 'Layers', exact: true })
    await expect.element(panel).toBeVisible()
    await panel.getByRole('button', { name: /^Reference layers/ }).click()
    await expect.element(panel.getByText('parcels.geojson')).not.toBeInTheDocument()
    await expect.poll(() => host.settings['layersPanel']).toEqual({ isOpen: true, folded: ['Reference layers'] })
    await userEvent.keyboard('{Escape}')
    await expect.element(panel).not.toBeInTheDocument()
    expect(document.activeElement?.id).toBe('layers-button')
    await expect.poll(() => host.settings['layersPanel']).toMatchObject({ isOpen: false })
  })
})

async function withLayersClosed(): Promise<RenderedApp> {
  const app = await renderApp()
  app.host.layers.held = [PARCELS]
  await expect.poll(() => app.store.getState().columns?.count).toBe(3)
  await app.store.getState().refreshLayers()
  return app
}

function middleOf(element: Element): { x: number; y: number } {
  const { width, height } = element.getBoundingClientRect()
  return { x: width / 2, y: height / 2 }
}
