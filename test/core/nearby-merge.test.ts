import { expect, test } from 'vitest'
import type { Db } from '../../electron/core/db/database.ts'
import { LAND_FIELD } from '../../electron/core/land/land-cells.ts'
import { layerRoleId, ROLE_FIELD } from '../../electron/core/nearby/layer-role-cells.ts'
import { mergeOps, readOps } from '../../electron/core/oplog/merge.ts'
import { commitEdit, step } from '../../electron/core/oplog/undo.ts'
import { memoryCatalog } from '../support/replica.ts'

const LAYER = layerRoleId('pins.kml', 'pins')

function write(db: Db, author: string, entity: 'layerRole' | 'land', value: unknown, nowMs: number): void {
  const [rowId, field] = entity === 'land' ? ['alder', LAND_FIELD] : [LAYER, ROLE_FIELD]
  db.transaction(() => commitEdit(db, { label: 'x', author, changes: [{ entity, rowId, field, value }] }, nowMs))()
}

const exchange = (one: Db, other: Db) => {
  const [from, to] = [readOps(one), readOps(other)]
  mergeOps(one, to)
  mergeOps(other, from)
}

const tables = (db: Db) => [
  db.prepare('SELECT * FROM layer_role').all(),
  db.prepare('SELECT * FROM buildable_land').all(),
]

test('what two people say of a layer and measure of a site is the same on both machines after they exchange it', () => {
  const [ada, bo] = [memoryCatalog(), memoryCatalog()]
  write(ada, 'Ada', 'layerRole', 'fiber', 1_000)
  write(ada, 'Ada', 'land', { request: {}, result: { netAcres: 10 }, inputs: [] }, 1_001)
  write(bo, 'Bo', 'layerRole', 'water', 2_000)
  exchange(ada, bo)
  expect(tables(ada)).toEqual(tables(bo))
  expect(tables(ada)[0]).toEqual([{ data_set_name: 'pins.kml', part: 'pins', role: 'water', author: 'Bo' }])
  expect(tables(bo)[1]).toMatchObject([{ site_id: 'alder' }])
  bo.transaction(() => step(bo, 'undo', 'Bo', 3_000))()
  write(ada, 'Ada', 'layerRole', 'roads', 4_000)
  exchange(ada, bo)
  expect(tables(ada)).toEqual(tables(bo))
})
