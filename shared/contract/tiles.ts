import * as z from 'zod'
import { TILE_SCHEMAS } from '../map/tiles/tile-schema.ts'
import type { ContractDef } from './define.ts'
import { fileGrant } from './values.ts'

export const tileSourceId = z.uuid()

/** Deepest zoom that a tile may have; PMTiles and MBTiles files go no deeper. */
export const DEEPEST_TILE_ZOOM = 26

const zoom = z.int().min(0).max(DEEPEST_TILE_ZOOM)

/** Tiles that the user added on this machine, as the Layers panel shows them. */
export const tileSource = z.strictObject({
  tileSourceId,
  name: z.string(),
  /** The file's name, or the host of an address on the network. */
  from: z.string(),
  /** `online` needs the network for every tile. */
  origin: z.enum(['mbtiles', 'pmtiles', 'online']),
  kind: z.enum(['raster', 'vector']),
  /** Of vector tiles; null for raster tiles, and for online tiles until the first of them has come. */
  schema: z.enum(TILE_SCHEMAS).nullable(),
  minZoom: zoom,
  maxZoom: zoom,
  /** Degrees: west, south, east, north; null where the file does not say. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Bytes on disk; null for online tiles and for a file that is missing. */
  sizeBytes: z.number().int().nullable(),
  /** Plain text to show in the map's credit; empty where nobody says. */
  attribution: z.string(),
  license: z.string(),
  /** `replaced`: the file is not the one that was added; it is shown as it is now. */
  state: z.enum(['ready', 'replaced', 'missing', 'broken']),
  /** Why its tiles may not be kept for use without a network; null where nothing is known against it. */
  offlineRefusal: z.string().nullable(),
  /** One sentence on what is wrong or worth knowing; null where nothing is. */
  problem: z.string().nullable(),
  opacity: z.number().min(0).max(1),
  visible: z.boolean(),
  /** True where rows are counted from the other edge than the file's format says. */
  flipped: z.boolean(),
  /** Changes when the file or the way it is read changes, so that no tile of before is shown. */
  version: z.string(),
})

/** What a test found in one layer. */
export const tileTestResult = z.strictObject({
  name: z.string(),
  what: z.enum(['tiles', 'online', 'basemap', 'layer']),
  /** `ok`, or the worst that was found. */
  outcome: z.enum(['ok', 'warning', 'missing', 'broken']),
  /** One sentence each. */
  findings: z.array(z.string()),
  /** Tiles (or features of a reference layer) that were opened and decoded. */
  opened: z.number().int(),
  broken: z.number().int(),
  sizeBytes: z.number().int().nullable(),
  /** Tiles by zoom: how many were tried and how many of them could not be read. */
  zooms: z.array(z.strictObject({ zoom, tried: z.number().int(), broken: z.number().int() })),
})

export const tileTestReport = z.strictObject({
  /** True where every layer that needs no network is whole. */
  isReady: z.boolean(),
  sizeBytes: z.number().int(),
  results: z.array(tileTestResult),
})

export type TileSource = z.output<typeof tileSource>
export type TileTestResult = z.output<typeof tileTestResult>
export type TileTestReport = z.output<typeof tileTestReport>

/** Tiles of the user's own: remembered for this machine, apart from the catalog. */
export const tiles = {
  /** In the order of drawing, the lowest first. */
  'tiles.list': { kind: 'host', input: z.strictObject({}), output: z.array(tileSource) },
  /** Adds an .mbtiles or .pmtiles file, known by its content. */
  'tiles.add': { kind: 'host', input: z.strictObject({ grant: fileGrant }), output: tileSource },
  /** Adds an https address with {z}, {x} and {y}; it stays hidden until the user shows it. */
  'tiles.addOnline': {
    kind: 'host',
    input: z.strictObject({
      template: z.string().max(2_000),
      name: z.string().max(200).default(''),
      attribution: z.string().max(500).default(''),
      maxZoom: zoom.default(19),
    }),
    output: tileSource,
  },
  /** Forgets the tiles. The user's own file stays where it is. */
  'tiles.remove': { kind: 'host', input: z.strictObject({ tileSourceId }), output: z.strictObject({}) },
  'tiles.set': {
    kind: 'host',
    input: z.strictObject({
      tileSourceId,
      opacity: z.number().min(0).max(1).optional(),
      visible: z.boolean().optional(),
      flipped: z.boolean().optional(),
    }),
    output: tileSource,
  },
  /** Puts the sources into this order of drawing, the lowest first; those left out stay beneath. */
  'tiles.order': {
    kind: 'host',
    input: z.strictObject({ tileSourceIds: z.array(tileSourceId).max(1_000) }),
    output: z.strictObject({}),
  },
  /**
   * Keeps the tiles of a box of an online source as a file of this machine, for use without a network. Refused with
   * the reason where the provider's terms forbid it.
   */
  'tiles.pack': {
    kind: 'host',
    input: z.strictObject({
      tileSourceId,
      west: z.number().min(-180).max(180),
      south: z.number().min(-90).max(90),
      east: z.number().min(-180).max(180),
      north: z.number().min(-90).max(90),
      maxZoom: zoom,
    }),
    output: tileSource,
  },
  /** Opens every layer once, without the network, and says what is missing or broken. */
  'tiles.selfTest': { kind: 'host', input: z.strictObject({}), output: tileTestReport },
} as const satisfies ContractDef
