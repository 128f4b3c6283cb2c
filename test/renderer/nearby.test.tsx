import { describe, expect, it } from 'vitest'
import type { FillReport, NearbyFigure, NearbyOfSite } from '../../shared/contract/nearby.ts'
import { NEARBY_TARGETS } from '../../shared/domain/nearby/nearby-target.ts'
import { renderApp } from '../support/render-app.tsx'

const SITE = 'middle'

function figure(known: Partial<NearbyFigure>): NearbyFigure {
  return {
    target: 'substation',
    voltageClass: null,
    name: 'HOLCOMBE',
    detail: '115 kV',
    miles: 2.949,
    routeMiles: 3.686,
    bearingDegrees: 90,
    isInside: false,
    place: { longitude: -99.95, latitude: 34.5 },
    source: {
      kind: 'layer',
      title: 'substations.geojson',
      part: 'substations',
      featureId: 7,
      siteId: null,
      asOf: '2026-05',
      importedAt: 0,
    },
    fills: { field: 'substationDistanceMi', value: 2.95 },
    ...known,
  }
}

const layerSource = (featureId: number) => ({ ...figure({}).source, featureId })

const FIGURES = [
  figure({}),
  figure({ voltageClass: '100_to_199', fills: null }),
  figure({
    voltageClass: '300_to_449',
    fills: null,
    name: 'BIG',
    detail: '345 kV',
    miles: 9.5,
    source: layerSource(8),
  }),
  figure({
    target: 'flood_zone',
    name: null,
    detail: 'AE',
    miles: 0,
    routeMiles: 0,
    bearingDegrees: null,
    isInside: true,
    source: { ...layerSource(9), title: 'flood.geojson', part: 'flood' },
    fills: { field: 'floodZone', value: 'AE' },
  }),
]

function near(known: Partial<NearbyOfSite> = {}): NearbyOfSite {
  return {
    siteId: SITE,
    position: { latitude: 34.5, longitude: -100 },
    precision: 'site',
    radiusMi: 100,
    routeFactor: 1.25,
    figures: FIGURES,
    notWithin: ['data_center'],
    withoutSource: ['fiber', 'water'],
    ...known,
  }
}

const LAND = { parcels: [], drawn: [], layers: [], hasPosition: true, saved: null }

async function openNearby(answer: NearbyOfSite = near(), report?: FillReport) {
  const rendered = await renderApp()
  const { host, screen } = rendered
  const asked: Readonly<Record<string, unknown>>[] = []
  host.answers['nearby.ofSite'] = () => answer
  host.answers['nearby.roles'] = () => [
    {
      layerId: 1,
      name: 'pins.kml',
      part: 'pins',
      features: 3,
      role: 'other',
      guess: 'other',
      reason: 'neither name nor columns say what it is',
      chosenBy: null,
      voltageColumn: null,
    },
  ]
  host.answers['nearby.setRole'] = (input) => {
    asked.push(input)
    return { revision: 2, label: 'Use pins.kml as fiber' }
  }
  host.answers['nearby.fill'] = (input) => {
    asked.push(input)
    return { ...report, revision: input['dryRun'] === true ? null : 3 }
  }
  host.answers['land.options'] = () => LAND
  await screen.getByText('Cedar Bend').click()
  await screen.getByRole('tab', { name: 'Nearby' }).click()
  await expect.element(screen.getByRole('region', { name: 'Near this site' })).toBeVisible()
  return { ...rendered, asked }
}

describe('what lies near a site', () => {
  it('is listed with distance, bearing, route and source, each feature once', async () => {
    const { screen } = await openNearby()
    const rows = [...screen.container.querySelectorAll('.near-row')].map((row) => row.textContent)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain('Substation2.95 mi E')
    expect(rows[0]).toContain('HOLCOMBE, 115 kV · 3.69 mi by a route')
    expect(rows[0]).toContain('substations.geojson, as of May 2026')
    expect(rows[1]).toContain('300–449 kV9.50 mi E')
    expect(rows[2]).toContain('Flood zoneinside')
    await expect.element(screen.getByText('None within 100 mi: data center.')).toBeVisible()
  })

  it('fills the field that it measures, with its source, and never by itself', async () => {
    const { screen, store } = await openNearby()
    const own = () => store.getState().detail?.attributes.find(({ field }) => field === 'substationDistanceMi')
    await expect.element(screen.getByText('Distance to substation: unknown')).toBeVisible()
    expect(own()).toBeUndefined()
    await screen.getByRole('button', { name: 'Use 2.95 mi as distance to substation' }).click()
    await expect.element(screen.getByText('Distance to substation: 2.95 mi, by Dana')).toBeVisible()
    expect(own()).toMatchObject({
      value: 2.95,
      source: 'Measured to HOLCOMBE, layer substations.geojson, in a straight line',
      asOf: '2026-05',
      rung: 'claimed',
    })
    await screen.getByRole('button', { name: 'Replace with 3.69 mi by a route as distance to substation' }).click()
    await expect.poll(() => own()?.value).toBe(3.69)
    expect(own()?.source).toContain('straight line times a route factor of 1.25')
    await screen.getByRole('button', { name: 'Use AE as flood zone (FEMA)' }).click()
    await expect
      .poll(() => store.getState().detail?.attributes.find(({ field }) => field === 'floodZone')?.source)
      .toBe('Read off the layer flood.geojson')
  })

  it('is drawn on the map while it is pinned, and no longer when the tab is left', async () => {
    const { screen, store } = await openNearby()
    const lines = () => store.getState().nearbyLines?.figures.map(({ name }) => name) ?? []
    await screen.getByRole('button', { name: 'Show the line to the substation on the map' }).click()
    await screen.getByRole('button', { name: 'Show the line to the substation of 300–449 kV on the map' }).click()
    await expect.poll(lines).toEqual(['HOLCOMBE', 'BIG'])
    await screen.getByRole('button', { name: 'Take the line to the substation off the map' }).click()
    await screen.getByRole('tab', { name: 'Verdict' }).click()
    await expect.poll(lines).toEqual([])
  })

  it('says what to import where there is nothing, and where a distance says little', async () => {
    const { screen } = await openNearby(near({ figures: [], precision: 'county', withoutSource: [...NEARBY_TARGETS] }))
    await screen.getByText('No layer in the catalog for 12 kinds').click()
    await expect.element(screen.getByText('Import HIFLD electric power transmission lines')).toBeVisible()
    await expect.element(screen.getByText(/^The site is placed at its county/)).toBeVisible()
  })

  it('takes a person’s word for what a layer is', async () => {
    const { screen, asked } = await openNearby()
    await screen.getByText('What the layers are taken for').click()
    await expect.element(screen.getByText('Other, because neither name nor columns say what it is.')).toBeVisible()
    await screen.getByLabelText('pins.kml').selectOptions('fiber')
    await expect.poll(() => asked).toEqual([{ layerId: 1, part: 'pins', role: 'fiber' }])
  })

  it('fills in all sites only after it has said how many', async () => {
    const report: FillReport = {
      label: 'Measure distance to substation of 2 sites',
      revision: null,
      sites: 6,
      filled: 2,
      known: 1,
      connected: 3,
      withoutPosition: 0,
      imprecise: 0,
      notWithin: 0,
      examples: [],
    }
    const { screen, asked } = await openNearby(near(), report)
    await screen.getByText('For all sites without one').click()
    await screen.getByLabelText('Measured').selectOptions('route')
    await screen.getByRole('button', { name: 'Count the sites' }).click()
    await expect
      .element(
        screen.getByText(
          '2 sites would get a measured distance. Left alone: 1 with one already, 3 connected, so that none is needed.',
        ),
      )
      .toBeVisible()
    await screen.getByRole('button', { name: 'Fill in 2 sites' }).click()
    await expect.poll(() => asked.map((each) => each['dryRun'])).toEqual([true, false])
    expect(asked[1]).toMatchObject({ target: 'substation', basis: 'route', radiusMi: 100, routeFactor: 1.25 })
    await expect.element(screen.getByText(/^2 sites got a measured distance/)).toBeVisible()
  })

  it('is where a gate leads whose distance is unknown', async () => {
    const { screen } = await openNearby()
    await screen.getByRole('tab', { name: /^Gates/ }).click()
    await screen.getByRole('button', { name: 'Measure buildable land' }).click()
    await expect.element(screen.getByRole('region', { name: 'Buildable land' })).toBeVisible()
  })
})
