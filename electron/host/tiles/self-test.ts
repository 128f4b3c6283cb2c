import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Layer } from '../../../shared/contract/layers.ts'
import type { TileTestReport, TileTestResult } from '../../../shared/contract/tiles.ts'
import { BASEMAP_FILE } from '../../../shared/map/basemap-layers.ts'
import { unpackFeatures } from '../../../shared/map/layer-features.ts'
import { offlineRefusal } from '../../../shared/map/tiles/offline-policy.ts'
import type { Core } from '../../core/client.ts'
import type { FileStamp } from '../../core/tiles/file-state.ts'
import type { TileWorkerLink } from '../../core/tiles/tile-worker-link.ts'
import type { Remembered } from './tile-list.ts'
import { tileUrl } from './tile-template.ts'

export interface SelfTestOptions {
  readonly list: readonly Remembered[]
  readonly core: Pick<Core, 'call'> | null
  readonly basemapFolder: string
  readonly worker: TileWorkerLink
}

/** Features of a reference layer that are read back. */
const MOST_FEATURES = 2_000

/** Opens every layer of the map once without the network: basemap, tiles, reference layers. */
export async function selfTest({ list, core, basemapFolder, worker }: SelfTestOptions): Promise<{
  report: TileTestReport
  /** What the files were that were found whole, by source. */
  stamps: ReadonlyMap<string, FileStamp>
}> {
  const results: TileTestResult[] = []
  const stamps = new Map<string, FileStamp>()
  const basemap = path.join(basemapFolder, BASEMAP_FILE)
  // Where the page was never built there is no basemap to test either: the page itself says so.
  if (existsSync(basemap)) {
    const { result } = await testFile(worker, basemap, 'the built-in map')
    results.push({ name: 'Built-in map', what: 'basemap', ...result })
  }
  for (const entry of list) {
    if (entry.type === 'online') {
      results.push(onlineResult(entry))
      continue
    }
    const { result, stamp } = await testFile(worker, entry.file, entry.fileName)
    results.push({ name: entry.fileName, what: 'tiles', ...result })
    if (stamp && (result.outcome === 'ok' || result.outcome === 'warning')) stamps.set(entry.id, stamp)
  }
  if (core)
    for (const layer of (await core.call('layers.list', {})) as Layer[]) results.push(await testLayer(core, layer))
  const isReady = results.every(({ outcome }) => outcome === 'ok' || outcome === 'warning')
  const sizeBytes = results.reduce((sum, each) => sum + (each.sizeBytes ?? 0), 0)
  return { report: { isReady, sizeBytes, results }, stamps }
}

async function testFile(worker: TileWorkerLink, file: string, fileName: string) {
  try {
    return await worker.run({ type: 'test', ref: { file, fileName, flipped: false } })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const nothing = { opened: 0, broken: 0, sizeBytes: null, zooms: [] }
    return { result: { outcome: 'broken' as const, findings: [error.message], ...nothing }, stamp: null }
  }
}

function onlineResult({ name, template }: Extract<Remembered, { type: 'online' }>): TileTestResult {
  const refusal = offlineRefusal(URL.parse(tileUrl(template, { z: 0, x: 0, y: 0 }))?.hostname ?? '')
  const why = refusal === null ? '' : `; it cannot be part of an offline pack, as ${refusal}`
  return {
    name,
    what: 'online',
    outcome: 'warning',
    findings: [`Needs the network and was not tried${why}.`],
    ...{ opened: 0, broken: 0, sizeBytes: null, zooms: [] },
  }
}

async function testLayer(core: Pick<Core, 'call'>, layer: Layer): Promise<TileTestResult> {
  const { layerId, name, features, box } = layer
  const result = { name, what: 'layer' as const, broken: 0, sizeBytes: null, zooms: [] }
  if (features === 0 || box === null)
    return { ...result, outcome: 'warning', opened: 0, findings: ['Nothing in it has a place on the map.'] }
  try {
    const [west, south, east, north] = box
    const packed = (await core.call('layers.features', {
      ...{ layerId, west, south, east, north, limit: MOST_FEATURES },
    })) as Uint8Array
    const opened = unpackFeatures(packed).ids.length
    if (opened > 0) return { ...result, outcome: 'ok', opened, findings: [] }
    return { ...result, outcome: 'broken', opened, findings: ['Its features could not be found on the map.'] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ...result, outcome: 'broken', opened: 0, findings: [error.message] }
  }
}
