import { createHmac } from 'node:crypto'

const BIRDS =
  'Avocet Bittern Bobolink Brambling Bunting Caracara Chickadee Cormorant Crane Creeper Crossbill Curlew Dipper Dotterel Dunlin Egret Falcon Finch Flicker Gannet Goldeneye Goshawk Grebe Grosbeak Harrier Heron Hoopoe Ibis Jacana Junco Kestrel Kingbird Kinglet Kite Knot Lapwing Lark Linnet Loon Magpie Mallard Martin Merlin Nuthatch Oriole Osprey Ouzel Petrel Pipit Plover Quail Rail Redstart Sandpiper Shrike Siskin Snipe Starling Swift Tanager Teal Tern Thrush Vireo'.split(
    ' ',
  )

/** Digits and capitals without those that look alike. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const SIGN_COUNT = 6

/**
 * The name of a site in a teaser, the same in every export of one catalog. The catalog's random id is the key, so that
 * nobody without the catalog can try ids of sites against a code name.
 */
export function codeName(catalogId: string, siteId: string): string {
  const hash = createHmac('sha256', catalogId).update(siteId).digest()
  const bird = BIRDS[(hash[0] ?? 0) % BIRDS.length]
  const signs = Array.from({ length: SIGN_COUNT }, (_, index) => SIGNS[(hash[index + 1] ?? 0) % SIGNS.length])
  return `${bird}-${signs.join('')}`
}
