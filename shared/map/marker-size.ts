/** Radii in CSS pixels at zoom 7. */
const SMALLEST_RADIUS_PX = 3.6
const LARGEST_RADIUS_PX = 15
const UNKNOWN_RADIUS_PX = 3.2

/** Area grows with megawatts: 1,000 MW has four times the area of 250 MW. */
const RADIUS_PX_PER_SQRT_MW = 0.34

/**
 * Radius of a site's marker in CSS pixels: area in proportion to megawatts between a smallest and a largest
 * size, smaller on overviews. A site of unknown megawatts (NaN) gets a size below the smallest.
 * @param crowding from `markerCrowding`; 1 for an ordinary catalog
 */
export function markerRadiusPx(mw: number, zoom: number, crowding = 1): number {
  const atZoomSeven = Number.isNaN(mw)
    ? UNKNOWN_RADIUS_PX
    : Math.min(LARGEST_RADIUS_PX, Math.max(SMALLEST_RADIUS_PX, RADIUS_PX_PER_SQRT_MW * Math.sqrt(Math.max(0, mw))))
  const zoomFactor = Math.min(1.3, Math.max(0.6, 1 + (zoom - 7) * 0.09))
  return Math.max(2, atZoomSeven * zoomFactor * crowding)
}

/** Shrinks markers of very large catalogs so that an overview stays a map: 1 up to 2,000 sites, 0.5 at 100,000. */
export function markerCrowding(siteCount: number): number {
  return siteCount <= 2_000 ? 1 : Math.max(0.5, 1 - 0.294 * Math.log10(siteCount / 2_000))
}

/** Megawatts shown in a legend of sizes. */
export const LEGEND_MEGAWATTS: readonly number[] = [100, 500, 1_500]
