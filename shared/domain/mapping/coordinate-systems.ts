import { STATE_PLANE_ZONES } from './state-plane-zones.ts'

/** How the coordinates of a table are written. */
export interface CoordinateSystem {
  /** EPSG:4326. */
  readonly code: string
  readonly label: string
  /** As PROJ writes it; null for degrees that need no projection. */
  readonly projection: string | null
}

export const DEGREES = 'EPSG:4326'

const UTM_ZONES = Array.from({ length: 18 }, (_, index) => index + 2)

/** The coordinate systems that a table may be written in, in the order they are offered. */
export const COORDINATE_SYSTEMS: readonly CoordinateSystem[] = [
  { code: DEGREES, label: 'WGS 84, degrees', projection: null },
  { code: 'EPSG:4269', label: 'NAD83, degrees', projection: null },
  { code: 'EPSG:3857', label: 'Web Mercator, metres', projection: 'EPSG:3857' },
  ...UTM_ZONES.map((zone) => utm('WGS 84', 'WGS84', 32_600, zone)),
  ...UTM_ZONES.map((zone) => utm('NAD83', 'NAD83', 26_900, zone)),
  ...STATE_PLANE_ZONES.map(([code, name, projection]) => ({
    code: `EPSG:${code}`,
    label: `State Plane, ${/\)$/.test(name) ? name : `${name} (m)`}`,
    projection: `+proj=${projection.replaceAll(' ', ' +')} +datum=NAD83 +no_defs`,
  })),
]

function utm(name: string, datum: string, base: number, zone: number): CoordinateSystem {
  return {
    code: `EPSG:${base + zone}`,
    label: `UTM zone ${zone} N, ${name}`,
    projection: `+proj=utm +zone=${zone} +datum=${datum} +units=m +no_defs`,
  }
}

/** The coordinate system of a code: "EPSG:2277", "epsg 2277" or "2277"; undefined where it is not known. */
export function coordinateSystem(code: string): CoordinateSystem | undefined {
  const number = /^(?:epsg)?\s*:{0,2}\s*(\d{4,5})$/i.exec(code.trim())?.[1]
  return COORDINATE_SYSTEMS.find((each) => each.code === `EPSG:${number}`)
}
