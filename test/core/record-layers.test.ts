import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../electron/tooling/project-root.ts'
import { unpackShapes } from '../../shared/map/layers/layer-shapes.ts'
import { RECORD_LAYERS } from '../../shared/map/layers/record-layers.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

const REFERENCE = path.join(projectRoot, 'data', 'reference')
const HEADER =
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Substation or Line,Status'
const queue = (...rows: string[]) => ['"Last Updated On",6/1/2026,', HEADER, ...rows, ''].join('\n')
const { layerId } = RECORD_LAYERS.queueByCounty

test('requests of a queue lie at their counties with what is open there, and follow the next edition', async () => {
  const catalog = tempCatalog('Ada', undefined, REFERENCE)
  expect(await catalog.call['layers.list']({})).toEqual([])
  await catalog.report(
    queue(
      'GEN-1,Navarro,TX,OGE,1/1/2028,400,6/1/2021,Corsicana 345 kV,FACILITY STUDY STAGE',
      'GEN-2,Navarro,TX,OGE,1/1/2027,50,1/1/2019,Elsewhere 138 kV,IA PENDING',
      'GEN-3,Navarro,TX,OGE,1/1/2027,75,1/1/2019,Elsewhere 138 kV,WITHDRAWN',
      'GEN-4,Ellis,TX,OGE,1/1/2027,20,1/1/2019,Elsewhere 138 kV,DISIS STAGE',
    ),
    { name: 'queue.csv' },
  )
  const [layer] = await catalog.call['layers.list']({})
  expect(layer).toMatchObject({ layerId, name: 'Queue requests by county', features: 2, misplaced: 0 })
  const request = { layerId, sortBy: 'Open MW', descending: true, text: '', filter: null, offset: 0, limit: 10 }
  const attributes = ['Open requests', 'Open MW', 'Withdrawn']
  const { rows } = await catalog.call['layers.rows']({ ...request, attributes })
  expect(rows.map(({ name, values }) => [name, ...values])).toEqual([
    ['Navarro, TX', 2, 450, 1],
    ['Ellis, TX', 1, 20, 0],
  ])
  const navarro = await catalog.call['layers.feature']({ layerId, featureId: rows[0]?.featureId ?? 0 })
  // The Census Bureau's middle of Navarro County, to a tenth of a degree.
  expect(navarro.box?.map((degrees) => degrees.toFixed(1))).toEqual(['-96.5', '32.0', '-96.5', '32.0'])
  const box = { west: -97, south: 31, east: -96, north: 32.2 }
  const filter = { op: 'between', attribute: 'Open MW', least: 100, most: null } as const
  const shapes = unpackShapes(await catalog.call['layers.shapes']({ layerId, ...box, zoom: 6, filter }))
  expect(shapes.ids).toHaveLength(1)

  await catalog.report(queue('GEN-4,Ellis,TX,OGE,1/1/2027,90,1/1/2019,Elsewhere 138 kV,DISIS STAGE'), {
    name: 'queue.csv',
  })
  const next = await catalog.call['layers.rows']({ ...request, attributes })
  expect(next.rows.map(({ name, values }) => [name, ...values])).toEqual([['Ellis, TX', 1, 90, 0]])
})

test('power plants lie where the EIA has them, and cannot be removed as an imported map can', async () => {
  const catalog = tempCatalog()
  const units = [
    'Utility ID,Plant Code,Plant Name,State,County,Generator ID,Status,Nameplate Capacity (MW),Retirement Year,Latitude,Longitude',
    '1,999991,Made Up Station,TX,Navarro,1,RE,300,2019,32.1,-96.4',
    '1,999991,Made Up Station,TX,Navarro,2,OP,200,2029,32.1,-96.4',
  ].join('\n')
  await catalog.report(units, { name: 'units.csv' })
  const plants = RECORD_LAYERS.plants.layerId
  expect(await catalog.call['layers.list']({})).toMatchObject([{ layerId: plants, box: [-96.4, 32.1, -96.4, 32.1] }])
  const { ids, values } = await catalog.call['layers.values']({ layerId: plants, attribute: 'Operating MW' })
  expect([ids.length, values]).toEqual([1, [200]])
  await expect(catalog.call['layers.remove']({ layerId: plants })).rejects.toThrow('drawn from records of the catalog')
})
