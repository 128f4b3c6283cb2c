import type { Contract } from '../../../shared/contract/contract.ts'
import type { Handlers } from '../../../shared/contract/define.ts'
import type { TileHost } from './tile-host.ts'

type TileMethods = { [K in keyof Contract as K extends `tiles.${string}` ? K : never]: Contract[K] }

/** The host's methods for the user's own tiles. */
export function tileHandlers(tiles: TileHost): Handlers<TileMethods> {
  return {
    'tiles.list': () => tiles.list(),
    'tiles.add': ({ grant }) => tiles.add(grant),
    'tiles.addOnline': (given) => tiles.addOnline(given),
    'tiles.remove': async ({ tileSourceId }) => {
      await tiles.remove(tileSourceId)
      return {}
    },
    'tiles.set': ({ tileSourceId, opacity, visible, flipped }) =>
      tiles.set(tileSourceId, {
        ...(opacity === undefined ? {} : { opacity }),
        ...(visible === undefined ? {} : { visible }),
        ...(flipped === undefined ? {} : { flipped }),
      }),
    'tiles.order': async ({ tileSourceIds }) => {
      await tiles.order(tileSourceIds)
      return {}
    },
    'tiles.pack': ({ tileSourceId, maxZoom, ...box }) => tiles.pack(tileSourceId, box, maxZoom),
    'tiles.selfTest': () => tiles.selfTest(),
  }
}
