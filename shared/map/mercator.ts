/**
 * Web Mercator with the world as the unit square: x grows east from the antimeridian, y grows south from the
 * northern edge. Multiply by `256 * 2 ** zoom` for pixels.
 */

/** Beyond this latitude, in degrees, the square ends. */
export const MERCATOR_MAX_LATITUDE = 85.051_128_779_806_59

/** World x of a longitude in WGS84 degrees. */
export function mercatorX(longitude: number): number {
  return longitude / 360 + 0.5
}

/** World y of a latitude in WGS84 degrees; latitudes past the square's edge are moved to it. */
export function mercatorY(latitude: number): number {
  const clamped = Math.max(-MERCATOR_MAX_LATITUDE, Math.min(MERCATOR_MAX_LATITUDE, latitude))
  return 0.5 - Math.asinh(Math.tan((clamped * Math.PI) / 180)) / (2 * Math.PI)
}

/** Longitude in degrees of a world x. */
export function longitudeOf(x: number): number {
  return (x - 0.5) * 360
}

/** Latitude in degrees of a world y. */
export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI
}

/** Pixels across the world at a zoom, with tiles of 256 pixels. */
export function worldSizePx(zoom: number): number {
  return 256 * 2 ** zoom
}

/** Ground metres that one pixel covers at a latitude and zoom, on Mercator's sphere of 6,378,137 m. */
export function metersPerPixel(latitude: number, zoom: number): number {
  return (Math.cos((latitude * Math.PI) / 180) * 2 * Math.PI * 6_378_137) / worldSizePx(zoom)
}
