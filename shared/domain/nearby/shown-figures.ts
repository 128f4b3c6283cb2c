import type { NearbyFigure } from '../../contract/nearby.ts'

/** What is worth a row: not the town that is the city, and not a class of voltage whose nearest is the nearest of all. */
export function shownFigures(figures: readonly NearbyFigure[]): readonly NearbyFigure[] {
  return figures.filter((figure) => {
    if (figure.target === 'town')
      return !figures.some(
        ({ target, miles, name }) => target === 'city' && miles === figure.miles && name === figure.name,
      )
    if (figure.voltageClass === null) return true
    const nearest = figures.find(({ target, voltageClass }) => target === figure.target && voltageClass === null)
    return nearest?.source.featureId !== figure.source.featureId
  })
}
