import type { NearbyFigure } from '../../contract/nearby.ts'
import { formatNumber } from '../../format/format-quantity.ts'

export type DistanceBasis = 'straight' | 'route'

/** Miles that go into a field, to a hundredth. */
export function measuredMiles(figure: Pick<NearbyFigure, 'miles' | 'routeMiles'>, basis: DistanceBasis): number {
  return Math.round(100 * (basis === 'route' ? figure.routeMiles : figure.miles)) / 100
}

/** What vouches for a measured distance: "Measured to HOLCOMBE, layer substations.geojson, in a straight line". */
export function measuredSource(
  figure: Pick<NearbyFigure, 'name' | 'source'>,
  basis: DistanceBasis,
  routeFactor: number,
): string {
  const { title, part, kind } = figure.source
  const isNamedByPart = part !== null && !title.startsWith(part)
  const source = `${kind === 'layer' ? 'layer ' : ''}${title}${isNamedByPart ? `, ${part}` : ''}`
  const way =
    basis === 'route' ? `straight line times a route factor of ${formatNumber(routeFactor, 2)}` : 'in a straight line'
  return `Measured to ${figure.name ?? 'the nearest one'}, ${source}, ${way}`.slice(0, 2_000)
}
