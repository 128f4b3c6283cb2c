import type { MapScheme } from '../map-scheme.ts'

/** Names of the colours of reference layers, in the order in which new layers take them. */
export const LAYER_COLORS = ['blue', 'vermilion', 'green', 'purple', 'ochre', 'sky', 'rose', 'slate'] as const

export type LayerColor = (typeof LAYER_COLORS)[number]

/**
 * The eight hues of Okabe and Ito (2008), which people with any of the common colour vision deficiencies tell apart,
 * made darker for the light ground and lighter for the dark one.
 */
const LIGHT: Readonly<Record<LayerColor, string>> = {
  blue: '#0b5cab',
  vermilion: '#c44601',
  green: '#00785a',
  purple: '#7a3e9d',
  ochre: '#966a00',
  sky: '#1c86b8',
  rose: '#b5407f',
  slate: '#4b5563',
}

const DARK: Readonly<Record<LayerColor, string>> = {
  blue: '#6fb1ff',
  vermilion: '#ff8a4c',
  green: '#3fd0a4',
  purple: '#c79bf2',
  ochre: '#e8bd4a',
  sky: '#7fd6ff',
  rose: '#f59ac8',
  slate: '#b4bfcc',
}

export const LAYER_PALETTE: Readonly<Record<MapScheme, Readonly<Record<LayerColor, string>>>> = {
  light: LIGHT,
  dark: DARK,
  print: LIGHT,
}

/** Names of the ramps that numbers are graded by. */
export const LAYER_RAMPS = ['blues', 'reds', 'viridis'] as const

export type LayerRamp = (typeof LAYER_RAMPS)[number]

/**
 * Five steps each, from little to much: on the light ground towards the dark end and on the dark ground towards the
 * light one, so that much always stands out. Blues and reds after ColorBrewer (Brewer, 2003), both safe for all
 * colour vision deficiencies; the third is viridis (van der Walt and Smith, 2015).
 */
const LIGHT_RAMPS: Readonly<Record<LayerRamp, readonly string[]>> = {
  blues: ['#a9cbe8', '#6fa8d6', '#3b85c0', '#1561a5', '#08306b'],
  reds: ['#f3b391', '#e9805a', '#d24d33', '#a81f20', '#67000d'],
  viridis: ['#a6cf2a', '#35b779', '#21918c', '#31688e', '#440154'],
}

const DARK_RAMPS: Readonly<Record<LayerRamp, readonly string[]>> = {
  blues: ['#24507c', '#3373ad', '#4f98d8', '#86bff2', '#d3e8ff'],
  reds: ['#7a2a22', '#ab4130', '#dc6544', '#f79a76', '#ffdccb'],
  viridis: ['#5b3f8c', '#3d79a6', '#2ba38f', '#7ad151', '#fde725'],
}

export const LAYER_RAMP_COLORS: Readonly<Record<MapScheme, Readonly<Record<LayerRamp, readonly string[]>>>> = {
  light: LIGHT_RAMPS,
  dark: DARK_RAMPS,
  print: LIGHT_RAMPS,
}

/** What has no value, or one that the legend does not name. */
export const LAYER_OTHER_COLORS: Readonly<Record<MapScheme, string>> = {
  light: '#8b8f96',
  dark: '#7d8794',
  print: '#8b8f96',
}
