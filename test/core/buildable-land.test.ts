import { describe, expect, test } from 'vitest'
import type { LandRequest } from '../../shared/contract/land.ts'
import { destination } from '../../shared/map/geodesy/destination.ts'
import { SQUARE_METRES_PER_ACRE } from '../../shared/map/geodesy/format-measure.ts'
import { sitesCsv } from '../support/builders.ts'
import { type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'

const CENTER = [-97.25, 31.5] as const
const ACRE = SQUARE_METRES_PER_ACRE
const FOOT = 0.3048

type Ring = [number, number][]

function at(east: number, north: number): [number, number] {
  const [longitude, latitude] = destination(CENTER, (Math.atan2(east, north) * 180) / Math.PI, Math.hypot(east, north))
  return [longitude, latitude]
}

function box(west: number, south: number, width: number, height: number): Ring {
  const ring = [at(west, south), at(west + width, south), at(west + width, south + height), at(west, south + height)]
  return [...ring, ring[0] as [number, number]]
}

const polygon = (ring: Ring) => ({ type: 'Polygon' as const, coordinates: [ring] })
const layerOf = (...features: [geometry: unknown, properties: Record<string, unknown>][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(([geometry, properties]) => ({ type: 'Feature', geometry, properties })),
  })

const NOTHING: Omit<LandRequest, 'parcels'> = { setbackFt: 0, drawn: [], layers: [] }

async function withParcel(): Promise<{ catalog: TempCatalog; parcelId: string; pondId: string }> {
  const catalog = tempCatalog()
  await catalog.report(sitesCsv([{ site_id: 'a', name: 'Alder', coordinate_precision: 'site' }]))
  const { created } = await catalog.call['annotations.write']({
    create: [
      {
        figure: { shape: 'polygon', geometry: polygon(box(-500, -400, 1_000, 800)), radiusMetres: null },
        siteId: 'a',
        label: 'North tract',
        category: 'parcel',
      },
      {
        figure: { shape: 'circle', geometry: { type: 'Point', coordinates: at(0, 0) }, radiusMetres: 100 },
        siteId: 'a',
        category: 'exclusion',
      },
    ],
  })
  return { catalog, parcelId: created[0] ?? '', pondId: created[1] ?? '' }
}

describe('The buildable land of a site', () => {
  test('can be measured from what is drawn and from layers with a role', async () => {
    const { catalog, parcelId, pondId } = await withParcel()
    await catalog.report(layerOf([polygon(box(-900, -900, 1_800, 1_800)), { apn: '7-1' }]), {
      name: 'tax parcels.geojson',
    })
    await catalog.report(layerOf([polygon(box(0, 0, 50, 50)), { FLD_ZONE: 'AE' }]), { name: 'flood.geojson' })
    await catalog.report(layerOf([{ type: 'Point', coordinates: at(0, 0) }, {}]), { name: 'pins.geojson' })
    const options = await catalog.call['land.options']({ siteId: 'a' })
    expect(options.parcels).toEqual([
      { ref: { kind: 'annotation', annotationId: parcelId }, label: 'North tract (parcel)', holdsSite: true },
      {
        ref: { kind: 'feature', dataSet: 'tax parcels.geojson', part: 'tax parcels', ordinal: 1 },
        label: 'Parcel 7-1 of tax parcels.geojson',
        holdsSite: true,
      },
    ])
    expect(options.drawn).toEqual([{ annotationId: pondId, label: 'drawn: exclusion', bufferFt: 0, isArea: true }])
    expect(options.layers).toEqual([
      { dataSet: 'flood.geojson', part: 'flood', role: 'flood_zones', bufferFt: 0, reason: 'the zone itself' },
    ])
    expect(options.saved).toBeNull()
  })

  test('is the parcel less setback, drawings and layers, kept with what it was made from, and undone', async () => {
    const { catalog, parcelId, pondId } = await withParcel()
    const zones = layerOf(
      [polygon(box(300, -400, 200, 800)), { FLD_ZONE: 'AE' }],
      [polygon(box(-500, -400, 1_000, 800)), { FLD_ZONE: 'X' }],
    )
    await catalog.report(zones, { name: 'flood.geojson' })
    const line = { type: 'LineString', coordinates: [at(-2_000, 300), at(2_000, 300)] }
    await catalog.report(layerOf([line, { VOLTAGE: 138, VOLT_CLASS: '100-161' }]), { name: 'lines.geojson' })
    const request: LandRequest = {
      parcels: [{ kind: 'annotation', annotationId: parcelId }],
      setbackFt: 0,
      drawn: [{ annotationId: pondId, bufferFt: 0 }],
      layers: [
        { dataSet: 'flood.geojson', part: 'flood', bufferFt: 0 },
        { dataSet: 'lines.geojson', part: 'lines', bufferFt: 25 / FOOT },
      ],
    }
    const { result, label } = await catalog.call['land.save']({ siteId: 'a', request })
    expect(label).toBe('Measure buildable land of Alder')
    expect(result.grossAcres * ACRE).toBeCloseTo(800_000, 0)
    const [pond, flood, lines] = result.exclusions
    expect((pond?.acres ?? 0) * ACRE).toBeCloseTo(Math.PI * 10_000, -1)
    expect((flood?.acres ?? 0) * ACRE).toBeCloseTo(160_000, 0)
    expect((lines?.aloneAcres ?? 0) * ACRE).toBeCloseTo(800 * 50, -2)
    expect(flood).toMatchObject({ kind: 'layer', label: 'flood.geojson', features: 1 })
    const excluded = Math.PI * 10_000 + 160_000 + 1_000 * 50 - 200 * 50
    expect((result.grossAcres - result.netAcres) * ACRE).toBeCloseTo(excluded, -2)
    const { saved } = await catalog.call['land.options']({ siteId: 'a' })
    expect(saved).toMatchObject({ request, result, author: 'Ada', stale: [] })
    await catalog.call['history.undo']({})
    expect((await catalog.call['land.options']({ siteId: 'a' })).saved).toBeNull()
    await catalog.call['history.redo']({})
    expect((await catalog.call['land.options']({ siteId: 'a' })).saved?.result).toEqual(result)
    expect(await catalog.call['land.remove']({ siteId: 'a' })).toMatchObject({
      label: 'Remove buildable land of Alder',
    })
    expect((await catalog.call['land.options']({ siteId: 'a' })).saved).toBeNull()
    await expect(catalog.call['land.remove']({ siteId: 'a' })).rejects.toThrow(/was not measured; nothing was changed/)
  })

  test('says what changed since it was measured', async () => {
    const { catalog, parcelId, pondId } = await withParcel()
    await catalog.report(layerOf([polygon(box(0, 0, 50, 50)), { FLD_ZONE: 'AE' }]), { name: 'flood.geojson' })
    const request: LandRequest = {
      parcels: [{ kind: 'annotation', annotationId: parcelId }],
      setbackFt: 50,
      drawn: [{ annotationId: pondId, bufferFt: 10 }],
      layers: [{ dataSet: 'flood.geojson', part: 'flood', bufferFt: 0 }],
    }
    await catalog.call['land.save']({ siteId: 'a', request })
    const stale = async () => (await catalog.call['land.options']({ siteId: 'a' })).saved?.stale
    await catalog.call['annotations.write']({ update: [{ annotationId: parcelId, label: 'North' }] })
    expect(await stale()).toEqual([])
    const figure = {
      shape: 'circle' as const,
      geometry: { type: 'Point' as const, coordinates: at(0, 0) },
      radiusMetres: 90,
    }
    await catalog.call['annotations.write']({ update: [{ annotationId: pondId, figure }] })
    expect(await stale()).toEqual(['drawn: exclusion was changed'])
    await catalog.call['annotations.write']({ remove: [pondId] })
    await catalog.report(layerOf([polygon(box(0, 0, 60, 50)), { FLD_ZONE: 'AE' }]), { name: 'flood.geojson' })
    expect(await stale()).toEqual(['drawn: exclusion is gone', 'flood.geojson was changed'])
    await expect(catalog.call['land.save']({ siteId: 'a', request })).rejects.toThrow(
      'Not in the catalog any more: a drawing that was removed; choose again what the land is measured from.',
    )
  })

  test('can start from a circle, and refuses what is no land', async () => {
    const { catalog, pondId } = await withParcel()
    const { result } = await catalog.call['land.save']({
      siteId: 'a',
      request: { ...NOTHING, parcels: [{ kind: 'circle', acres: 640 }], setbackFt: 100 },
    })
    expect(result.grossAcres).toBeCloseTo(640, 0)
    const radius = Math.sqrt((640 * ACRE) / Math.PI) - 100 * FOOT
    expect(result.netAcres / ((Math.PI * radius ** 2) / ACRE)).toBeCloseTo(1, 3)
    expect(result.warnings).toEqual(['A circle stands for the parcel; its acres are an assumption.'])
    const line = {
      shape: 'line' as const,
      geometry: { type: 'LineString' as const, coordinates: [at(0, 0), at(9, 9)] },
    }
    const { created } = await catalog.call['annotations.write']({
      create: [{ figure: { ...line, radiusMetres: null }, siteId: 'a' }],
    })
    await expect(
      catalog.call['land.save']({
        siteId: 'a',
        request: { ...NOTHING, parcels: [{ kind: 'annotation', annotationId: created[0] ?? pondId }] },
      }),
    ).rejects.toThrow('Not an area: drawn: other; choose a polygon as the parcel.')
  })
})
