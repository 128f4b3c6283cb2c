import { useMemo } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { figureMeasures } from '../../../shared/map/geodesy/figure-measures.ts'
import {
  formatArea,
  formatBearing,
  formatLength,
  type MeasureUnits,
} from '../../../shared/map/geodesy/format-measure.ts'
import { useApp } from '../stores/use-app.ts'
import { UnitChoice } from './unit-choice.tsx'

/** What can be measured of an annotation, in the units of one's choice. */
export function MeasuresPart({ annotation }: { readonly annotation: Annotation }) {
  const units = useApp((state) => state.measureUnits)
  const { figure } = annotation
  const measures = useMemo(() => figureMeasures(figure), [figure])
  const lines = measureLines(measures, units)
  if (lines.length === 0) return null
  return (
    <div className="inspector-measures">
      <dl>
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{text}</dd>
          </div>
        ))}
      </dl>
      <div className="inspector-measures__foot">
        <span>Approximate, not a survey</span>
        <UnitChoice />
      </div>
    </div>
  )
}

function measureLines(
  measures: ReturnType<typeof figureMeasures>,
  units: MeasureUnits,
): [name: string, text: string][] {
  const { lengthM, bearingDegrees, areaM2, perimeterM, radiusM } = measures
  const lines: [string, string][] = []
  if (lengthM !== null) lines.push(['Length', formatLength(lengthM, units)])
  if (bearingDegrees !== null) lines.push(['Bearing, start to end', formatBearing(bearingDegrees)])
  if (areaM2 !== null) lines.push(['Area', formatArea(areaM2, units)])
  if (perimeterM !== null) lines.push(['Perimeter', formatLength(perimeterM, units)])
  if (radiusM !== null) lines.push(['Radius', formatLength(radiusM, units)])
  return lines
}
