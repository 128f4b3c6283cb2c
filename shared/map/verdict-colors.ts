import type { Verdict } from '../domain/site/strategies.ts'
import type { MapScheme } from './map-scheme.ts'

/**
 * Hex colour of each verdict. Within a scheme any two stay apart for readers with protanopia, deuteranopia and
 * tritanopia as well: at least 0.13 in OKLab under the simulation of Machado, Oliveira and Fernandes (2009).
 */
export const VERDICT_COLORS: Readonly<Record<MapScheme, Readonly<Record<Verdict, string>>>> = {
  light: {
    mine: '#d69314',
    lease: '#5562f2',
    cloud: '#0f553b',
    colo: '#13c0ff',
    hybrid: '#af2193',
    none: '#8e949a',
  },
  dark: {
    mine: '#ec9637',
    lease: '#2987ff',
    cloud: '#0a7d47',
    colo: '#82d3fd',
    hybrid: '#c130ac',
    none: '#999fa5',
  },
  print: {
    mine: '#d69314',
    lease: '#5562f2',
    cloud: '#0f553b',
    colo: '#13c0ff',
    hybrid: '#af2193',
    none: '#8e949a',
  },
}

/** Thin edge around a marker that lifts it off the ground and off its neighbours. */
export const MARKER_EDGE_COLORS: Readonly<Record<MapScheme, string>> = {
  light: '#ffffff',
  dark: '#0b0f15',
  print: '#ffffff',
}
