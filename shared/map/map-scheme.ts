/** What a map is drawn for: a screen in the light or dark scheme, or paper. */
export const MAP_SCHEMES = ['light', 'dark', 'print'] as const

export type MapScheme = (typeof MAP_SCHEMES)[number]
