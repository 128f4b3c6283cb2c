import { AppError } from '../../../shared/contract/errors.ts'
import { offlineRefusal } from '../../../shared/map/tiles/offline-policy.ts'
import { countTiles, type GeoBox, tilesOfBox } from '../../../shared/map/tiles/tiles-of-box.ts'
import type { PackTile } from '../../core/tiles/write-pack.ts'
import type { OnlineTiles } from './online-tiles.ts'
import type { RememberedTemplate } from './tile-list.ts'
import { tileUrl } from './tile-template.ts'

/** Most tiles of a pack: a county at street level, and nothing that a server would take for an attack. */
export const MOST_PACK_TILES = 1_500
const MOST_PACK_BYTES = 200 * 1024 * 1024
const AT_A_TIME = 4

/**
 * Fetches the tiles of a box. All or nothing: a tile that cannot be had ends it.
 * @throws AppError forbidden with the provider's reason, bad_input for too large a box, disk for a network that fails.
 */
export async function fetchPack(
  online: OnlineTiles,
  { template, name }: RememberedTemplate,
  box: GeoBox,
  maxZoom: number,
): Promise<PackTile[]> {
  const reason = offlineRefusal(URL.parse(tileUrl(template, { z: 0, x: 0, y: 0 }))?.hostname ?? '')
  if (reason !== null) throw new AppError('forbidden', `No offline pack of ${name} was made, as ${reason}.`)
  if (box.west >= box.east || box.south >= box.north)
    throw new AppError('bad_input', `No offline pack of ${name} was made: the box has no area.`)
  const count = countTiles(box, maxZoom)
  if (count > MOST_PACK_TILES)
    throw new AppError(
      'bad_input',
      `No offline pack of ${name} was made: it would take ${count.toLocaleString('en-US')} tiles, and ${MOST_PACK_TILES.toLocaleString('en-US')} are the most; zoom in and try again.`,
    )
  const wanted = tilesOfBox(box, maxZoom)
  const tiles: PackTile[] = []
  let bytes = 0
  let failure: AppError | null = null
  const fetchSome = async () => {
    for (const address of wanted) {
      if (failure) return
      const answer = await online.tile(tileUrl(template, address))
      if (answer.type === 'absent') continue
      if (answer.type !== 'tile') {
        failure = new AppError('disk', `No offline pack of ${name} was made: ${answer.message}`)
        return
      }
      bytes += answer.bytes.byteLength
      if (bytes > MOST_PACK_BYTES)
        failure = new AppError('bad_input', `No offline pack of ${name} was made: it is larger than 200 MB; zoom in.`)
      tiles.push({ ...address, bytes: answer.bytes })
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, fetchSome))
  if (failure) throw failure
  if (tiles.length === 0)
    throw new AppError('bad_input', `No offline pack of ${name} was made: the provider has no tiles here.`)
  return tiles
}
