// The package is CommonJS, whose names Node does not see one by one.
import geodesic from 'geographiclib-geodesic'

/** The ellipsoid that maps, GPS receivers and this product's catalog speak of. */
export const WGS84 = geodesic.Geodesic.WGS84
