import type { MapScheme } from '../map-scheme.ts'

/** Hex colours of what lies over a picture: its title, legend and scale. */
export interface PictureColors {
  /** Nearly opaque, so that the map is guessed below it. */
  readonly plate: string
  readonly line: string
  readonly ink: string
  readonly quietInk: string
}

export const PICTURE_COLORS: Readonly<Record<MapScheme, PictureColors>> = {
  light: { plate: '#fffffff0', line: '#c9c6be', ink: '#1b1d21', quietInk: '#4c4f57' },
  dark: { plate: '#151a20f0', line: '#3b4652', ink: '#e8ebef', quietInk: '#b4bcc7' },
  print: { plate: '#fffffff5', line: '#b9b6ae', ink: '#17191d', quietInk: '#44474f' },
}
