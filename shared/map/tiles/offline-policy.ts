interface Provider {
  /** Ends of host names. */
  readonly hosts: readonly string[]
  readonly name: string
  /** Why its tiles may not be kept, as the provider's own terms have it. */
  readonly reason: string
}

/**
 * Providers whose terms forbid to keep tiles for use without a network. From their published terms: the tile usage
 * policy of the OpenStreetMap Foundation (operations.osmfoundation.org/policies/tiles), Esri's Master Agreement,
 * the Google Maps Platform terms 3.2.3, Mapbox's product terms, the Bing Maps terms of use, CARTO's basemap terms,
 * Stadia Maps' and Thunderforest's terms of service, OpenTopoMap's usage notes.
 */
const PROVIDERS: readonly Provider[] = [
  {
    hosts: ['tile.openstreetmap.org', 'tile.osm.org'],
    name: 'OpenStreetMap',
    reason: 'the OpenStreetMap Foundation forbids downloading its tiles in bulk and offering them for offline use',
  },
  { hosts: ['opentopomap.org'], name: 'OpenTopoMap', reason: 'OpenTopoMap forbids downloading its tiles in bulk' },
  {
    hosts: ['google.com', 'googleapis.com', 'gstatic.com'],
    name: 'Google Maps',
    reason: 'the terms of Google Maps forbid to store or cache its content',
  },
  {
    hosts: ['arcgisonline.com', 'arcgis.com'],
    name: 'Esri',
    reason: 'Esri allows offline use of its basemaps in its own apps alone',
  },
  { hosts: ['mapbox.com'], name: 'Mapbox', reason: 'Mapbox allows offline use through its own SDKs alone' },
  {
    hosts: ['virtualearth.net', 'bing.com'],
    name: 'Bing Maps',
    reason: 'the terms of Bing Maps forbid to store its imagery',
  },
  { hosts: ['cartocdn.com'], name: 'CARTO', reason: "CARTO's basemap terms forbid to download its tiles in bulk" },
  {
    hosts: ['stadiamaps.com', 'stamen.com'],
    name: 'Stadia Maps',
    reason: 'Stadia Maps forbids to download its tiles in bulk',
  },
  {
    hosts: ['thunderforest.com'],
    name: 'Thunderforest',
    reason: 'Thunderforest forbids to download its tiles in bulk',
  },
]

/** Why tiles of a host may not be kept for use without a network, as a part of a sentence; null where nothing is known against it. */
export function offlineRefusal(host: string): string | null {
  const name = host.toLowerCase().replace(/\.$/, '')
  const found = PROVIDERS.find(({ hosts }) => hosts.some((each) => name === each || name.endsWith(`.${each}`)))
  return found?.reason ?? null
}
