import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../electron/tooling/project-root.ts'
import { tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

const HEADER =
  'Generation Interconnection Number,Nearest Town or County,State,TO at POI,Commercial Operation Date,Capacity,Request Received,Substation or Line,Status'
const ROWS = [
  'GEN-1,Milam,TX,OGE,1/1/2028,200,6/1/2021,Sandow 345 kV,FACILITY STUDY STAGE',
  'GEN-2,Milam,TX,OGE,1/1/2027,50,1/1/2019,Sandow 345 kV,WITHDRAWN',
  'GEN-3,Bell,TX,OGE,1/1/2030,90,1/1/2020,Other 138 kV,DISIS STAGE',
]

test('the queues are counted by county and operator; what was withdrawn is a request and not open', async () => {
  const catalog = tempCatalog('Ada', tempFolder(), path.join(projectRoot, 'data/reference'))
  expect(await catalog.call['queue.byCounty']({})).toEqual([])
  await catalog.report(`"Last Updated On",7/1/2026,\n${HEADER}\n${ROWS.join('\n')}\n`)
  expect(await catalog.call['queue.byCounty']({})).toEqual([
    { fips: '48027', iso: 'SPP', requests: 1, open: 1, generationMw: 90, loadMw: 0 },
    { fips: '48331', iso: 'SPP', requests: 2, open: 1, generationMw: 200, loadMw: 0 },
  ])
})
