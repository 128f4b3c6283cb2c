import { MEASURE_UNITS, type MeasureUnits } from '../../../shared/map/geodesy/format-measure.ts'
import { useApp } from '../stores/use-app.ts'

const UNIT_LABELS: Readonly<Record<MeasureUnits, string>> = { us: 'ft, mi, ac', metric: 'm, km, ha' }

/** The units that lengths and areas are told in; remembered. */
export function UnitChoice() {
  const units = useApp((state) => state.measureUnits)
  const chooseUnits = useApp((state) => state.chooseUnits)
  return (
    <select
      aria-label="Units"
      value={units}
      onChange={(event) => chooseUnits(event.currentTarget.value as MeasureUnits)}
    >
      {MEASURE_UNITS.map((each) => (
        <option key={each} value={each}>
          {UNIT_LABELS[each]}
        </option>
      ))}
    </select>
  )
}
