/** A place in degrees WGS 84, in GeoJSON's order: longitude first. */
export type LngLat = readonly [longitude: number, latitude: number]
