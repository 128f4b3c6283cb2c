import path from 'node:path'
import { FileGrants } from '../../electron/host/file-grants.ts'
import type { SendRequest } from '../../electron/host/tiles/online-tiles.ts'
import { TileHost } from '../../electron/host/tiles/tile-host.ts'
import type { TileSource } from '../../shared/contract/tiles.ts'

export interface TileHostInTest {
  readonly host: TileHost
  readonly grants: FileGrants
  /** Adds a file as if the user had chosen it in a dialog. */
  add(file: string): Promise<TileSource>
}

/** A host of tiles over a folder, without a catalog. The caller closes it. */
export function tileHost(folder: string, options: { sendOnline?: SendRequest; log?: string[] } = {}): TileHostInTest {
  const { sendOnline, log = [] } = options
  const grants = new FileGrants(path.join(folder, 'temporary'))
  const host = new TileHost({
    ...{ dataFolder: folder, grants, core: null, version: '1.2.3', basemapFolder: folder },
    onLog: (text) => log.push(text),
    ...(sendOnline ? { sendOnline } : {}),
  })
  return { host, grants, add: async (file) => host.add((await grants.grantChosen(file)).grant) }
}
