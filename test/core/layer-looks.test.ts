import { describe, expect, test } from 'vitest'
import { mergeOps, readOps } from '../../electron/core/oplog/merge.ts'
import { defaultLook } from '../../shared/map/layers/layer-look.ts'
import { peek, tempCatalog } from '../support/temp-catalog.ts'

const point = (x: number, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [x, 35] },
})

const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

async function withLayers() {
  const catalog = tempCatalog()
  const text = collection(
    point(-100, { NAME: 'Alpha', kV: 345, note: 'north' }),
    point(-99, { NAME: 'bravo', kV: 69, note: null }),
    point(-98, { NAME: 'Charlie', kV: 138, extra: true }),
    point(-97, { NAME: 'Delta', kV: -999999 }),
  )
  for (const name of ['a.geojson', 'b.geojson', 'c.geojson']) await catalog.report(text, { name })
  const layers = await catalog.call['layers.list']({})
  const idOf = (name: string) => layers.find((layer) => layer.name === name)?.layerId ?? 0
  const names = async () => (await catalog.call['layers.list']({})).map(({ name }) => name)
  return { catalog, idOf, names }
}

describe('The look of a layer', () => {
  test('is one step of undo for everybody, and outlives a newer edition of the file', async () => {
    const { catalog, idOf } = await withLayers()
    const layerId = idOf('b.geojson')
    const look = { ...defaultLook(0), color: 'rose', opacity: 0.5, labelAttribute: 'NAME' } as const
    const lookOf = async () => (await catalog.call['layers.list']({})).find(({ name }) => name === 'b.geojson')?.look
    const former = await lookOf()
    expect(await catalog.call['layers.restyle']({ layerId, look })).toMatchObject({ label: 'Style layer b.geojson' })
    expect(await lookOf()).toEqual(look)
    await catalog.call['history.undo']({})
    expect(await lookOf()).toEqual(former)
    await catalog.call['history.redo']({})
    await catalog.report(collection(point(-90, { NAME: 'New' })), { name: 'b.geojson' })
    await catalog.reopen()
    expect(await lookOf()).toEqual(look)
    expect(peek(catalog, `SELECT entity, row_id AS layer FROM op WHERE entity = 'layer'`)).toContainEqual({
      entity: 'layer',
      layer: 'b.geojson',
    })
  })

  test('goes to a colleague with the changes, and of two looks the later one shows in both catalogs', async () => {
    const [mine, theirs] = [await withLayers(), await withLayers()]
    const style = (of: typeof mine, change: object) =>
      of.catalog.call['layers.restyle']({ layerId: of.idOf('b.geojson'), look: { ...defaultLook(0), ...change } })
    await style(mine, { color: 'rose' })
    await style(theirs, { color: 'slate' })
    const exchange = (from: typeof mine, to: typeof mine) =>
      mergeOps(to.catalog.writer(), readOps(from.catalog.writer()))
    exchange(mine, theirs)
    exchange(theirs, mine)
    const colorIn = async ({ catalog }: typeof mine) =>
      (await catalog.call['layers.list']({})).find(({ name }) => name === 'b.geojson')?.look.color
    expect([await colorIn(mine), await colorIn(theirs)]).toEqual(['slate', 'slate'])
  })

  test('differs between layers that follow each other', async () => {
    const { catalog } = await withLayers()
    const colors = (await catalog.call['layers.list']({})).map(({ look }) => look.color)
    expect(new Set(colors).size).toBe(3)
  })

  test('cannot be given to a layer that is gone', async () => {
    const { catalog } = await withLayers()
    await expect(catalog.call['layers.restyle']({ layerId: 99, look: defaultLook(0) })).rejects.toThrow(
      'The layer is no longer in the catalog; look at the list of layers again.',
    )
  })
})

describe('The order of layers', () => {
  test('begins with the newest, follows what somebody set, and is one step of undo', async () => {
    const { catalog, idOf, names } = await withLayers()
    expect(await names()).toEqual(['c.geojson', 'b.geojson', 'a.geojson'])
    const layerIds = [idOf('a.geojson'), idOf('c.geojson'), idOf('b.geojson')]
    await catalog.call['layers.reorder']({ layerIds })
    expect(await names()).toEqual(['a.geojson', 'c.geojson', 'b.geojson'])
    await expect(catalog.call['layers.reorder']({ layerIds })).rejects.toThrow('in this order already')
    await catalog.call['history.undo']({})
    expect(await names()).toEqual(['c.geojson', 'b.geojson', 'a.geojson'])
  })
})

describe('The attributes of a layer', () => {
  test('are told with their values and ranges, unknown numbers left out', async () => {
    const { catalog, idOf } = await withLayers()
    const fields = await catalog.call['layers.fields']({ layerId: idOf('a.geojson') })
    expect(fields.map(({ attribute }) => attribute)).toEqual(['NAME', 'kV', 'note', 'extra'])
    expect(fields[1]).toMatchObject({ known: 4, numbers: 3, least: 69, most: 345, distinct: 4 })
    expect(fields[2]).toMatchObject({ known: 1, numbers: 0, least: null, common: [{ text: 'north', count: 1 }] })
    const { values } = await catalog.call['layers.values']({ layerId: idOf('a.geojson'), attribute: 'kV' })
    expect(values).toEqual([345, 69, 138, -999999])
  })

  test('fill a table that is sorted, searched, and read by stretches', async () => {
    const { catalog, idOf } = await withLayers()
    const request = {
      layerId: idOf('a.geojson'),
      attributes: ['NAME', 'kV'],
      sortBy: 'NAME',
      descending: false,
      text: '',
      filter: null,
    }
    const all = await catalog.call['layers.rows']({ ...request, offset: 0, limit: 10 })
    expect(all.total).toBe(4)
    expect(all.rows.map(({ values }) => values[0])).toEqual(['Alpha', 'bravo', 'Charlie', 'Delta'])
    const stretch = await catalog.call['layers.rows']({
      ...request,
      sortBy: 'kV',
      descending: true,
      offset: 1,
      limit: 1,
    })
    expect(stretch.rows).toMatchObject([{ name: 'Charlie', values: ['Charlie', 138] }])
    const found = await catalog.call['layers.rows']({ ...request, text: 'NORTH', offset: 0, limit: 10 })
    expect(found).toMatchObject({ total: 1, rows: [{ name: 'Alpha' }] })
    const featureId = all.rows[2]?.featureId ?? 0
    expect(await catalog.call['layers.rowOf']({ ...request, featureId })).toEqual({ index: 2 })
    expect(await catalog.call['layers.rowOf']({ ...request, text: 'north', featureId })).toEqual({ index: null })
    const filter = { op: 'between', attribute: 'kV', least: 100, most: null } as const
    const { total } = await catalog.call['layers.rows']({ ...request, filter, offset: 0, limit: 10 })
    expect(total).toBe(2)
  })
})
