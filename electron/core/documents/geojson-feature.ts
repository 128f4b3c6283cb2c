import type { ExportRow } from './export-row.ts'

/**
 * One site as a GeoJSON feature (RFC 7946): longitude before latitude in WGS84, null for a site without a
 * position, and the export's columns as properties.
 */
export function geojsonFeature(row: ExportRow): string {
  const { latitude, longitude, ...properties } = row
  const hasPosition = typeof latitude === 'number' && typeof longitude === 'number'
  return JSON.stringify({
    type: 'Feature',
    id: row['site_id'],
    geometry: hasPosition ? { type: 'Point', coordinates: [longitude, latitude] } : null,
    properties,
  })
}
