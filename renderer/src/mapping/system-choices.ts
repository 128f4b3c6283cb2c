import { COORDINATE_SYSTEMS } from '../../../shared/domain/mapping/coordinate-systems.ts'

const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['Everywhere', /degrees|Mercator/],
  ['UTM, WGS 84', /^UTM.*WGS/],
  ['UTM, NAD83', /^UTM.*NAD/],
  ['State Plane, NAD83', /^State Plane/],
]

/** The coordinate systems as a list to choose from, each with its EPSG code. */
export const SYSTEM_CHOICES = GROUPS.map(([group, pattern]) => ({
  group,
  items: COORDINATE_SYSTEMS.filter(({ label }) => pattern.test(label)).map(({ code, label }) => ({
    value: code,
    label: `${label.replace('State Plane, ', '')} (${code.replace(':', ' ')})`,
  })),
}))
