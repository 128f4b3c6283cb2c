import type { BasemapLayer } from './basemap-layers.ts'
import type { MapScheme } from './map-scheme.ts'

/** Hex colours of the ground. */
export interface BasemapColors {
  readonly water: string
  readonly land: string
  readonly river: string
  readonly county: string
  readonly state: string
  readonly country: string
}

export const BASEMAP_COLORS: Readonly<Record<MapScheme, BasemapColors>> = {
  light: {
    water: '#cddfe9',
    land: '#f6f4ef',
    river: '#b4d0e1',
    county: '#e4e0d7',
    state: '#b1acb9',
    country: '#857f90',
  },
  dark: {
    water: '#10161f',
    land: '#1e242d',
    river: '#223447',
    county: '#282f39',
    state: '#444d5a',
    country: '#717b89',
  },
  print: {
    water: '#dbe8f0',
    land: '#fbfaf7',
    river: '#bcd5e4',
    county: '#e3e0da',
    state: '#a8a5ae',
    country: '#77737f',
  },
}

/** One step of the painting; steps are painted in the order of their list. */
export interface PaintStep<Layer extends string = BasemapLayer, Color extends string = keyof BasemapColors> {
  readonly layer: Layer
  readonly color: Color
  /** Fill closed rings, stroke lines, or both (a stroke of the fill's colour closes gaps to a finer neighbour). */
  readonly fill: boolean
  /** Line widths in pixels as [zoom, width] stops, interpolated between and held outside. */
  readonly widthPx: readonly (readonly [zoom: number, width: number])[]
  readonly dashPx: readonly number[]
  readonly minZoom: number
}

const NO_LINE: PaintStep['widthPx'] = []

export const BASEMAP_PAINT: readonly PaintStep[] = [
  { layer: 'land', color: 'land', fill: true, widthPx: NO_LINE, dashPx: [], minZoom: 0 },
  {
    layer: 'shared_lakes',
    color: 'water',
    fill: true,
    widthPx: [
      [4, 0.5],
      [7, 4],
      [12, 128],
    ],
    dashPx: [],
    minZoom: 0,
  },
  { layer: 'us_land', color: 'land', fill: true, widthPx: NO_LINE, dashPx: [], minZoom: 0 },
  { layer: 'lakes', color: 'water', fill: true, widthPx: NO_LINE, dashPx: [], minZoom: 0 },
  {
    layer: 'rivers',
    color: 'river',
    fill: false,
    widthPx: [
      [3, 0.4],
      [5, 0.8],
      [7, 1.4],
      [10, 2.6],
    ],
    dashPx: [],
    minZoom: 3,
  },
  {
    layer: 'counties',
    color: 'county',
    fill: false,
    widthPx: [
      [6, 0.5],
      [8, 1],
      [12, 1.6],
    ],
    dashPx: [],
    minZoom: 6,
  },
  {
    layer: 'states',
    color: 'state',
    fill: false,
    widthPx: [
      [3, 0.5],
      [6, 1],
      [9, 1.5],
    ],
    dashPx: [5, 2.5],
    minZoom: 3,
  },
  {
    layer: 'countries',
    color: 'country',
    fill: false,
    widthPx: [
      [2, 0.5],
      [5, 1.1],
      [9, 2],
    ],
    dashPx: [],
    minZoom: 0,
  },
]

/** Width at a zoom, in pixels; 0 where the step has no line. */
export function lineWidthPx(stops: PaintStep['widthPx'], zoom: number): number {
  let [belowZoom, belowWidth] = stops[0] ?? [0, 0]
  for (const [stopZoom, width] of stops) {
    if (zoom <= stopZoom) {
      const span = stopZoom - belowZoom
      return span === 0 ? width : belowWidth + ((width - belowWidth) * (zoom - belowZoom)) / span
    }
    belowZoom = stopZoom
    belowWidth = width
  }
  return belowWidth
}
