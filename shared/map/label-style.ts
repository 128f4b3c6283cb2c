import { LABEL_KINDS, type LabelKind } from './label-set.ts'
import type { MapScheme } from './map-scheme.ts'

/** How a name is set. Sizes are in CSS pixels. */
export interface LabelStyle {
  readonly sizePx: number
  readonly weight: 400 | 500 | 600 | 700
  readonly letterSpacingPx: number
  readonly upperCase: boolean
  readonly tone: LabelTone
  /** Radius of the town dot; 0 for names of areas, which are centred on their place. */
  readonly dotPx: number
}

export type LabelTone = 'city' | 'town' | 'area' | 'county'

/** Hex colours of names by tone, and of the halo that lifts them off lines and sites. */
export interface LabelColors extends Readonly<Record<LabelTone, string>> {
  readonly halo: string
}

export const LABEL_COLORS: Readonly<Record<MapScheme, LabelColors>> = {
  light: { city: '#2b2f38', town: '#5d6470', area: '#8d87a0', county: '#a49c8c', halo: '#f8f6f2' },
  dark: { city: '#e2e6ec', town: '#a9b2be', area: '#78839a', county: '#69727f', halo: '#161b23' },
  print: { city: '#23262d', town: '#4d535d', area: '#7a748c', county: '#90887a', halo: '#fbfaf7' },
}

export function labelKindOf(code: number): LabelKind {
  return LABEL_KINDS[code] ?? 'city'
}

/** The setting of a name at a zoom. */
export function labelStyle(kind: LabelKind, rank: number, zoom: number): LabelStyle {
  switch (kind) {
    case 'country':
      return area('area', 12 + clamp(zoom - 3, 0, 3) - rank, 600, 2.2)
    case 'state':
      return area('area', 9.5 + clamp(zoom - 4, 0, 5) - rank * 0.5, 500, 0.6 + clamp((zoom - 4) * 0.5, 0, 2.6))
    case 'county':
      return area('county', 8.5 + clamp((zoom - 7) * 0.5, 0, 2.5), 500, 0.6 + clamp((zoom - 7) * 0.4, 0, 0.8))
    case 'city':
      return cityStyle(rank, zoom)
  }
}

const CITY_STYLES: readonly (readonly [
  sizePx: number,
  weight: 400 | 500 | 600 | 700,
  tone: LabelTone,
  dotPx: number,
])[] = [
  [13.5, 700, 'city', 2.4],
  [12.5, 500, 'city', 2],
  [11.5, 500, 'city', 1.7],
  [11, 400, 'town', 1.5],
  [10.5, 400, 'town', 1.3],
]

function cityStyle(rank: number, zoom: number): LabelStyle {
  // A place grows up the scale as the view comes nearer: a village is a headline at zoom 12.
  const step = clamp(rank - Math.max(0, Math.floor((zoom - 7) / 2)), 0, CITY_STYLES.length - 1)
  const [sizePx, weight, tone, dotPx] = CITY_STYLES[step]!
  return { sizePx, weight, tone, dotPx, letterSpacingPx: 0, upperCase: false }
}

function area(tone: LabelTone, sizePx: number, weight: 500 | 600, letterSpacingPx: number): LabelStyle {
  return { sizePx, weight, tone, letterSpacingPx, upperCase: true, dotPx: 0 }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value))
}
