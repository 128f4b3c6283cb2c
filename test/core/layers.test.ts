import { describe, expect, test } from 'vitest'
import { readWkb } from '../../electron/core/import/layers/read-wkb.ts'
import { unpackFeatures } from '../../shared/map/layer-features.ts'
import { contentOf, peek, tempCatalog } from '../support/temp-catalog.ts'

const WORLD = { west: -180, south: -90, east: 180, north: 90 }

const line = (name: string, x: number) => ({
  type: 'Feature',
  properties: { NAME: name, kv: 345, inferred: false, extra: { a: 1 } },
  geometry: {
    type: 'LineString',
    coordinates: [
      [x, 31],
      [x + 1, 32],
    ],
  },
})

const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

async function withLines() {
  const catalog = tempCatalog()
  const report = await catalog.report(collection(line('A', -100), line('B', -90)), { name: 'lines.geojson' })
  const [layer] = await catalog.call['layers.list']({})
  if (!layer) throw new Error('There is no layer.')
  return { catalog, report, layer }
}

describe('A reference layer', () => {
  test('is listed with what it holds', async () => {
    const { report, layer } = await withLines()
    expect(report).toMatchObject({ kind: 'layer', format: 'layer.geojson', records: 2, added: 2, removed: 0 })
    expect(report.summary).toMatchObject({ geometry_types: { LineString: 2 }, vertices: 4, bbox: [-100, 31, -89, 32] })
    expect(layer).toMatchObject({
      name: 'lines.geojson',
      title: 'GeoJSON',
      parts: ['lines'],
      features: 2,
      geometryTypes: { LineString: 2 },
      box: [-100, 31, -89, 32],
    })
  })

  test('gives the features of a box with their geometry, and each with its attributes', async () => {
    const { catalog, layer } = await withLines()
    const all = unpackFeatures(await catalog.call['layers.features']({ layerId: layer.layerId, ...WORLD }))
    expect(all.ids).toHaveLength(2)
    const east = unpackFeatures(await catalog.call['layers.features']({ layerId: layer.layerId, ...WORLD, west: -95 }))
    expect(east.ids).toHaveLength(1)
    expect(readWkb(east.geometries.subarray(east.offsets[0], east.offsets[1]))).toEqual({
      type: 'LineString',
      coordinates: [
        [-90, 31],
        [-89, 32],
      ],
    })
    expect(await catalog.call['layers.feature']({ featureId: east.ids[0] ?? 0 })).toMatchObject({
      name: 'B',
      attributes: { NAME: 'B', kv: 345, inferred: false, extra: '{"a":1}' },
    })
  })

  test('says nothing new when the same file comes again, and counts what a newer one changes', async () => {
    const { catalog } = await withLines()
    const before = contentOf(catalog)
    const same = collection(line('A', -100), line('B', -90))
    expect(await catalog.report(same, { name: 'lines.geojson' })).toMatchObject({ added: 0, removed: 0, unchanged: 2 })
    expect(contentOf(catalog)).toEqual(before)
    const next = collection(line('A', -100), line('C', -80), line('D', -70))
    expect(await catalog.report(next, { name: 'lines.geojson' })).toMatchObject({ added: 2, removed: 1, unchanged: 1 })
  })

  test('shows where its features lie before it goes in', async () => {
    const { catalog } = await withLines()
    const text = collection(line('A', -100), line('C', -80))
    expect((await catalog.report(text, { name: 'lines.geojson', dryRun: true })).preview).toEqual([
      { latitude: 31.5, longitude: -79.5, label: 'C', change: 'added' },
      { latitude: 31.5, longitude: -99.5, label: 'A', change: 'unchanged' },
    ])
  })

  test('is undone and redone with its import, and with its removal', async () => {
    const { catalog, layer } = await withLines()
    const names = async () => (await catalog.call['layers.list']({})).map(({ name }) => name)
    await catalog.call['history.undo']({})
    expect(await names()).toEqual([])
    await catalog.call['history.redo']({})
    expect(await names()).toEqual(['lines.geojson'])
    expect(await catalog.call['layers.remove']({ layerId: layer.layerId })).toMatchObject({
      label: 'Remove layer lines.geojson',
    })
    expect(await names()).toEqual([])
    await catalog.call['history.undo']({})
    expect(await names()).toEqual(['lines.geojson'])
    await catalog.call['history.redo']({})
    expect(await names()).toEqual([])
    await catalog.call['history.undo']({})
    await catalog.reopen()
    const all = unpackFeatures(await catalog.call['layers.features']({ layerId: layer.layerId, ...WORLD }))
    expect(all.ids).toHaveLength(2)
    expect(peek(catalog, 'SELECT is_undone AS undone FROM import_edition')).toEqual([{ undone: 0 }])
  })

  test('that is gone is said to be', async () => {
    const { catalog } = await withLines()
    await expect(catalog.call['layers.remove']({ layerId: 99 })).rejects.toThrow(
      'The layer is no longer in the catalog; look at the list of layers again.',
    )
    await expect(catalog.call['layers.feature']({ featureId: 99 })).rejects.toThrow(/no longer in the catalog/)
  })
})
