/**
 * The layers inside the basemap's vector tiles.
 * `shared_lakes` are the Great Lakes: they are painted before `us_land`, whose shoreline is several times finer.
 */
export const BASEMAP_LAYERS = [
  'land',
  'shared_lakes',
  'us_land',
  'lakes',
  'rivers',
  'counties',
  'states',
  'countries',
] as const

export type BasemapLayer = (typeof BASEMAP_LAYERS)[number]

/** Deepest zoom in the archive; deeper views magnify its tiles, which stay sharp because they are vectors. */
export const BASEMAP_MAX_ZOOM = 7

/** Tile coordinates run from 0 to this, with a margin outside for strokes that cross the edge. */
export const TILE_EXTENT = 4096

/** Names of the basemap's files, relative to its folder. */
export const BASEMAP_FILE = 'basemap.pmtiles'
export const LABELS_FILE = 'labels.json'
export const AREAS_FILE = 'areas.json'

/** Credit that the basemap's sources ask for or deserve; GeoNames requires it. */
export const BASEMAP_ATTRIBUTION = 'Natural Earth · U.S. Census Bureau · GeoNames (CC BY 4.0)'

/** Credit for the reference sites drawn on it. */
export const SITES_ATTRIBUTION = 'Compute Atlas, Epoch AI (CC BY 4.0), EIA'
