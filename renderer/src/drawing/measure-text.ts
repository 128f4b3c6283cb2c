import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { figureMeasures } from '../../../shared/map/geodesy/figure-measures.ts'
import {
  formatArea,
  formatBearing,
  formatLength,
  type MeasureUnits,
} from '../../../shared/map/geodesy/format-measure.ts'
import { inverse } from '../../../shared/map/geodesy/inverse.ts'
import { polygonSurface } from '../../../shared/map/geodesy/polygon-area.ts'

/** What is told of a shape while it is drawn: its length and last leg, or its area. */
export function draftText(figure: AnnotationFigure, units: MeasureUnits): string {
  const { lengthM, areaM2, perimeterM, radiusM } = figureMeasures(figure)
  if (radiusM !== null) return `Radius ${formatLength(radiusM, units)} · ${formatArea(areaM2 ?? 0, units)}`
  if (areaM2 !== null) return `${formatArea(areaM2, units)} · around ${formatLength(perimeterM ?? 0, units)}`
  return [formatLength(lengthM ?? 0, units), ...lastLeg(figure, units)].join(' · ')
}

/** What the ruler tells: the way along all points and the bearing of the last leg, and the area if it were closed. */
export function rulerText(figure: AnnotationFigure, units: MeasureUnits): string {
  const text = draftText(figure, units)
  if (figure.geometry.type !== 'LineString' || figure.geometry.coordinates.length < 3) return text
  return `${text} · closed ${formatArea(polygonSurface([figure.geometry.coordinates]).areaM2, units)}`
}

function lastLeg({ geometry }: AnnotationFigure, units: MeasureUnits): string[] {
  if (geometry.type !== 'LineString') return []
  const [from, to] = geometry.coordinates.slice(-2)
  if (!from || !to) return []
  const { distanceM, bearingDegrees } = inverse(from, to)
  const bearing = formatBearing(bearingDegrees)
  return geometry.coordinates.length === 2 ? [bearing] : [`last ${formatLength(distanceM, units)} ${bearing}`]
}
