import type { Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import { METRES_PER_MILE } from '../../shared/map/geodesy/format-measure.ts'
import { inverse } from '../../shared/map/geodesy/inverse.ts'
import type { LngLat } from '../../shared/map/geodesy/lng-lat.ts'
import { sitesCsv } from '../support/builders.ts'
import { peek, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const FROM: LngLat = [-97.25, 31.5]

const feature = (geometry: Geometry, properties: Record<string, unknown> = {}) => ({
  type: 'Feature',
  properties,
  geometry,
})
const point = (longitude: number, latitude: number, properties = {}) =>
  feature({ type: 'Point', coordinates: [longitude, latitude] }, properties)
const line = (places: number[][], properties = {}) => feature({ type: 'LineString', coordinates: places }, properties)
const square = (west: number, south: number, size: number, properties = {}) =>
  feature(
    {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + size, south],
          [west + size, south + size],
          [west, south + size],
          [west, south],
        ],
      ],
    },
    properties,
  )
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

const SUBSTATIONS = collection(
  point(-97.2, 31.5, { NAME: 'NEAR', MAX_VOLT: 69 }),
  point(-97.0, 31.5, { NAME: 'BIG', MAX_VOLT: 345 }),
  point(-97.3, 31.6, { NAME: 'ODD', MAX_VOLT: -999_999 }),
)
const LINES = collection(
  line(
    [
      [-97.9, 31.4],
      [-96.5, 31.4],
    ],
    { VOLTAGE: 138, VOLT_CLASS: '100-161' },
  ),
  line(
    [
      [-97.9, 31.0],
      [-96.5, 31.0],
    ],
    { VOLTAGE: 345, VOLT_CLASS: '345' },
  ),
)

async function withLayers(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  await catalog.report(
    sitesCsv([
      { site_id: 'a', name: 'Alder', status: 'announced', queue_status: 'study', coordinate_precision: 'site' },
      { site_id: 'far', name: 'Far', latitude: 47, longitude: -110, status: 'announced' },
      { site_id: 'county', name: 'Vague', status: 'announced', coordinate_precision: 'county' },
      { site_id: 'known', name: 'Known', status: 'announced', substation_miles: 7 },
      { site_id: 'dc', name: 'Hall', kind: 'data_center', latitude: 31.6, queue_status: 'energized' },
    ]),
  )
  await catalog.report(SUBSTATIONS, { name: 'substations.geojson' })
  await catalog.report(LINES, { name: 'lines.geojson' })
  await catalog.call['sites.edit']({ siteId: 'known', field: 'substationDistanceMi', value: 7 })
  return catalog
}

const milesBetween = (to: LngLat) => inverse(FROM, to).distanceM / METRES_PER_MILE

describe('What lies near a site', () => {
  test('is the nearest of each kind, by voltage too, with its bearing and where it is from', async () => {
    const catalog = await withLayers()
    const near = await catalog.call['nearby.ofSite']({ siteId: 'a', routeFactor: 1.3 })
    const of = (target: string, voltageClass: string | null = null) =>
      near.figures.find((each) => each.target === target && each.voltageClass === voltageClass)
    expect(of('substation')).toMatchObject({
      name: 'NEAR',
      detail: '69 kV',
      place: { longitude: -97.2, latitude: 31.5 },
      isInside: false,
      source: { kind: 'layer', title: 'substations.geojson', part: 'substations' },
    })
    expect(of('substation')?.miles).toBeCloseTo(milesBetween([-97.2, 31.5]), 9)
    expect(of('substation')?.routeMiles).toBeCloseTo(1.3 * milesBetween([-97.2, 31.5]), 9)
    expect(of('substation')?.bearingDegrees).toBeCloseTo(89.99, 1)
    expect(of('substation')?.fills).toEqual({ field: 'substationDistanceMi', value: 2.95 })
    expect(of('substation', '300_to_449')).toMatchObject({ name: 'BIG', fills: null })
    expect(of('substation', '450_and_above')).toBeUndefined()
    expect(of('transmission_line')?.detail).toBe('138 kV')
    expect(of('transmission_line', '300_to_449')?.miles).toBeCloseTo(34.45, 1)
    expect(of('transmission_line')?.bearingDegrees).toBeCloseTo(180, 0)
    expect(of('data_center')).toMatchObject({ name: 'Hall', source: { kind: 'site', siteId: 'dc' } })
    expect(near.notWithin).toEqual([])
    expect(near.withoutSource).toContain('fiber')
  })

  test('ends at the radius, and is nothing where the position is unknown', async () => {
    const catalog = await withLayers()
    const near = await catalog.call['nearby.ofSite']({ siteId: 'a', radiusMi: 5 })
    expect(near.figures.map(({ target }) => target)).toEqual(['substation', 'substation'])
    expect(near.notWithin).toEqual(['transmission_line', 'data_center'])
    expect(await catalog.call['nearby.ofSite']({ siteId: 'far' })).toMatchObject({ figures: [] })
    await catalog.call['sites.edit']({ siteId: 'far', field: 'position', value: null })
    expect(await catalog.call['nearby.ofSite']({ siteId: 'far' })).toMatchObject({ position: null, figures: [] })
    await expect(catalog.call['nearby.ofSite']({ siteId: 'gone' })).rejects.toThrow(/no site "gone"/)
  })

  test('is a flood zone only where it is one of the 100-year flood, and 0 away inside', async () => {
    const catalog = await withLayers()
    const zones = collection(
      square(-97.5, 31.3, 0.5, { FLD_ZONE: 'X' }),
      square(-97.26, 31.49, 0.02, { FLD_ZONE: 'AE' }),
    )
    await catalog.report(zones, { name: 'S_FLD_HAZ_AR.geojson' })
    const { figures } = await catalog.call['nearby.ofSite']({ siteId: 'a' })
    expect(figures.find(({ target }) => target === 'flood_zone')).toMatchObject({
      detail: 'AE',
      miles: 0,
      isInside: true,
      bearingDegrees: null,
      fills: { field: 'floodZone', value: 'AE' },
    })
  })

  test('is a plant of the EIA tables, but not the site itself', async () => {
    const catalog = await withLayers()
    const plants = [
      'Utility ID,Plant Code,Plant Name,State,County,Latitude,Longitude',
      '1,3,Own,TX,Bell,31.5,-97.25',
      '1,4,Other,TX,Bell,31.55,-97.25',
    ]
    const units = [
      'Utility ID,Plant Code,Plant Name,State,County,Generator ID,Status,Nameplate Capacity (MW),Retirement Year',
      '1,4,Other,TX,Bell,1,OP,150,',
      '1,4,Other,TX,Bell,2,OP,50.5,',
    ]
    await catalog.report(plants.join('\n'), { name: 'plants.csv' })
    await catalog.report(units.join('\n'), { name: 'units.csv' })
    await catalog.call['sites.edit']({ siteId: 'a', field: 'eiaPlantId', value: '3' })
    const { figures } = await catalog.call['nearby.ofSite']({ siteId: 'a' })
    expect(figures.find(({ target }) => target === 'power_plant')).toMatchObject({
      name: 'Other',
      detail: '201 MW',
      source: { kind: 'plants' },
    })
  })
})

describe('What a layer is', () => {
  test('is guessed with a reason, chosen by a person, and undone', async () => {
    const catalog = await withLayers()
    await catalog.report(collection(point(-97.25, 31.51)), { name: 'pins.geojson' })
    const roles = async () => (await catalog.call['nearby.roles']({})).map(({ role, chosenBy }) => [role, chosenBy])
    expect(await catalog.call['nearby.roles']({})).toMatchObject([
      {
        name: 'substations.geojson',
        role: 'substations',
        reason: 'it has the column MAX_VOLT',
        voltageColumn: 'MAX_VOLT',
      },
      { role: 'transmission_lines', reason: 'it has the column VOLT_CLASS' },
      { role: 'other', chosenBy: null },
    ])
    const pins = (await catalog.call['nearby.roles']({}))[2]
    const choice = { layerId: pins?.layerId ?? 0, part: 'pins' }
    expect(await catalog.call['nearby.setRole']({ ...choice, role: 'fiber' })).toMatchObject({
      label: 'Use pins.geojson as fiber',
    })
    expect((await roles())[2]).toEqual(['fiber', 'Ada'])
    const { figures } = await catalog.call['nearby.ofSite']({ siteId: 'a' })
    expect(figures.find(({ target }) => target === 'fiber')?.miles).toBeCloseTo(0.689, 2)
    await catalog.call['history.undo']({})
    expect((await roles())[2]).toEqual(['other', null])
    await catalog.call['history.redo']({})
    await catalog.call['nearby.setRole']({ ...choice, role: null })
    expect((await roles())[2]).toEqual(['other', null])
    await expect(catalog.call['nearby.setRole']({ layerId: 99, part: 'pins', role: 'fiber' })).rejects.toThrow(
      'The layer is no longer in the catalog; look at the list of layers again.',
    )
  })

  test('outlives a newer edition of its file', async () => {
    const catalog = await withLayers()
    await catalog.report(collection(point(-97.25, 31.51)), { name: 'pins.geojson' })
    const layerId = (await catalog.call['nearby.roles']({}))[2]?.layerId ?? 0
    await catalog.call['nearby.setRole']({ layerId, part: 'pins', role: 'water' })
    await catalog.report(collection(point(-97.25, 31.52)), { name: 'pins.geojson' })
    expect((await catalog.call['nearby.roles']({}))[2]).toMatchObject({ role: 'water', features: 1 })
  })
})

describe('Distances for all sites', () => {
  const FILL = { target: 'substation', radiusMi: 100, routeFactor: 1.25 } as const

  test('are counted first, and then written where there is none, in one step of undo', async () => {
    const catalog = await withLayers()
    const counts = { sites: 5, filled: 1, known: 1, connected: 1, imprecise: 1, notWithin: 1, withoutPosition: 0 }
    const values = () =>
      peek<{ id: string; miles: number | null }>(
        catalog,
        'SELECT id, substation_distance_mi AS miles FROM site ORDER BY key',
      ).map(({ id, miles }) => [id, miles])
    const before = await values()
    expect(await catalog.call['nearby.fill']({ ...FILL, dryRun: true })).toMatchObject({ ...counts, revision: null })
    expect(await values()).toEqual(before)
    const done = await catalog.call['nearby.fill']({ ...FILL, basis: 'route' })
    expect(done).toMatchObject({ ...counts, label: 'Measure distance to substation of 1 site' })
    expect(await values()).toEqual([
      ['a', 3.69],
      ['far', null],
      ['county', null],
      ['known', 7],
      ['dc', null],
    ])
    const { attributes } = await catalog.call['sites.get']({ siteId: 'a' })
    expect(attributes.find(({ field }) => field === 'substationDistanceMi')).toMatchObject({
      source: 'Measured to NEAR, layer substations.geojson, straight line times a route factor of 1.25',
      rung: 'claimed',
      origin: 'edit',
    })
    expect(await catalog.call['nearby.fill']({ ...FILL })).toMatchObject({ filled: 0, known: 2, revision: null })
    await catalog.call['history.undo']({})
    expect(await values()).toEqual(before)
  })

  test('are none without a layer that has them', async () => {
    const catalog = await withLayers()
    expect(await catalog.call['nearby.fill']({ ...FILL, target: 'fiber' })).toMatchObject({ filled: 0, revision: null })
  })
})
