import type { PaintStep } from '../basemap-style.ts'
import { BASEMAP_COLORS } from '../basemap-style.ts'
import type { MapScheme } from '../map-scheme.ts'
import type { TileGroup } from './tile-groups.ts'
import type { TileSchema } from './tile-schema.ts'

/** Hex colours of the user's vector tiles; land and water are the built-in map's, so that the two meet without a step. */
export interface TileColors {
  readonly land: string
  readonly urban: string
  readonly green: string
  readonly water: string
  readonly waterway: string
  readonly building: string
  readonly path: string
  readonly road: string
  readonly roadCasing: string
  readonly motorway: string
  readonly motorwayCasing: string
  readonly rail: string
  readonly state: string
  readonly country: string
  /** Of tiles whose schema is not known. */
  readonly plainLine: string
  readonly plainArea: string
}

export const TILE_COLORS: Readonly<Record<MapScheme, TileColors>> = {
  light: {
    ...{ land: BASEMAP_COLORS.light.land, water: BASEMAP_COLORS.light.water, waterway: '#b4d0e1' },
    ...{ urban: '#efece5', green: '#e3ead8', building: '#e6e1d8', path: '#ddd6c9' },
    ...{ road: '#ffffff', roadCasing: '#d9d3c8', motorway: '#fbe3b3', motorwayCasing: '#d9b778' },
    ...{ rail: '#b9b4ad', state: '#b1acb9', country: '#857f90', plainLine: '#7a5c99', plainArea: '#7a5c99' },
  },
  dark: {
    ...{ land: BASEMAP_COLORS.dark.land, water: BASEMAP_COLORS.dark.water, waterway: '#223447' },
    ...{ urban: '#222932', green: '#1d2b2a', building: '#2a313b', path: '#2d343d' },
    ...{ road: '#3a434e', roadCasing: '#161b22', motorway: '#5c5340', motorwayCasing: '#15191f' },
    ...{ rail: '#3d434b', state: '#444d5a', country: '#717b89', plainLine: '#b79ad6', plainArea: '#b79ad6' },
  },
  print: {
    ...{ land: BASEMAP_COLORS.print.land, water: BASEMAP_COLORS.print.water, waterway: '#bcd5e4' },
    ...{ urban: '#f3f1ec', green: '#ecf1e4', building: '#ebe7e0', path: '#e2dcd1' },
    ...{ road: '#ffffff', roadCasing: '#cfc9be', motorway: '#fcebc9', motorwayCasing: '#cfae72' },
    ...{ rail: '#b0aba4', state: '#a8a5ae', country: '#77737f', plainLine: '#6d5289', plainArea: '#6d5289' },
  },
}

type Step = PaintStep<TileGroup, keyof TileColors>
type Widths = Step['widthPx']

const area = (layer: TileGroup, color: keyof TileColors, minZoom = 0): Step => ({
  ...{ layer, color, fill: true, widthPx: [], dashPx: [], minZoom },
})
const line = (
  layer: TileGroup,
  color: keyof TileColors,
  minZoom: number,
  widthPx: Widths,
  dashPx: number[] = [],
): Step => ({
  ...{ layer, color, fill: false, widthPx, dashPx, minZoom },
})

const wider = (widths: Widths, px: number): Widths => widths.map(([zoom, width]) => [zoom, width + px])

const MINOR: Widths = [
  [11, 0.4],
  [13, 1.2],
  [15, 4],
  [18, 14],
]
const MAIN: Widths = [
  [7, 0.4],
  [10, 1],
  [13, 3],
  [15, 6],
  [18, 20],
]
const MOTORWAY: Widths = [
  [5, 0.6],
  [8, 1.4],
  [11, 2.6],
  [14, 5],
  [18, 24],
]

/** How a known schema is painted, from the ground up: casings of all roads before their surfaces, so that crossings join. */
const KNOWN_PAINT: readonly Step[] = [
  area('land', 'land'),
  area('urban', 'urban', 9),
  area('green', 'green', 7),
  area('water', 'water'),
  line('waterway', 'waterway', 8, [
    [8, 0.5],
    [11, 1.2],
    [14, 2.6],
    [18, 7],
  ]),
  area('building', 'building', 14),
  line('rail', 'rail', 10, [
    [10, 0.6],
    [14, 1.2],
    [18, 3],
  ]),
  line(
    'path',
    'path',
    14,
    [
      [14, 0.8],
      [18, 3],
    ],
    [3, 2],
  ),
  line('minorRoad', 'roadCasing', 12, wider(MINOR, 1.2)),
  line('mainRoad', 'roadCasing', 8, wider(MAIN, 1.4)),
  line('motorway', 'motorwayCasing', 5, wider(MOTORWAY, 1.4)),
  line('minorRoad', 'road', 12, MINOR),
  line('mainRoad', 'road', 8, MAIN),
  line('motorway', 'motorway', 5, MOTORWAY),
  line(
    'state',
    'state',
    3,
    [
      [3, 0.6],
      [8, 1.2],
      [14, 2],
    ],
    [5, 2.5],
  ),
  line('country', 'country', 0, [
    [2, 0.6],
    [8, 1.8],
    [14, 2.6],
  ]),
]

/** Where the schema is not known: outlines and lines, over whatever lies beneath. */
const PLAIN_PAINT: readonly Step[] = [
  line('area', 'plainArea', 0, [
    [4, 0.6],
    [12, 1.2],
    [18, 2],
  ]),
  line('line', 'plainLine', 0, [
    [4, 0.8],
    [12, 1.8],
    [18, 3.5],
  ]),
]

export function tilePaint(schema: TileSchema): readonly Step[] {
  return schema === 'generic' ? PLAIN_PAINT : KNOWN_PAINT
}

/**
 * What a tile is painted on. OpenMapTiles and Shortbread draw water on land, Protomaps land on water; tiles of an
 * unknown schema are drawn over the built-in map.
 */
export function tileGround(schema: TileSchema, colors: TileColors): string | null {
  if (schema === 'generic') return null
  return schema === 'protomaps' ? colors.water : colors.land
}
