import { Checkbox, SegmentedControl } from '@mantine/core'
import { IconMap } from '@tabler/icons-react'
import {
  COORDINATE_FORMAT_LABELS,
  COORDINATE_FORMATS,
  type CoordinateFormat,
} from '../../../shared/map/coordinates/format-coordinates.ts'
import { LayersSection, type MapSectionProps } from '../layers/layers-section.tsx'
import { OperatorLegend } from '../places/operator-legend-list.tsx'
import { useApp } from '../stores/use-app.ts'
import type { GroundLook } from './ground-look.ts'

const UNIT_LABELS = [
  { value: 'both', label: 'mi, km' },
  { value: 'miles', label: 'mi' },
  { value: 'kilometers', label: 'km' },
]

/** What is shown of the ground under all layers, and the units around it. */
export function BasemapSection({ scheme }: MapSectionProps) {
  const ground = useApp((state) => state.ground)
  const setGround = useApp((state) => state.setGround)
  return (
    <LayersSection title="Basemap" icon={<IconMap size={16} stroke={1.7} />}>
      <div className="basemap-section">
        <Checkbox
          size="xs"
          label="County lines and names"
          checked={ground.showsCounties}
          onChange={(event) => setGround({ showsCounties: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label="Place names"
          checked={ground.showsNames}
          onChange={(event) => setGround({ showsNames: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label="Grid operators by county"
          checked={ground.showsOperators}
          onChange={(event) => setGround({ showsOperators: event.currentTarget.checked })}
        />
        {ground.showsOperators ? <OperatorLegend scheme={scheme} /> : null}
        <div className="basemap-section__row">
          <span>Scale</span>
          <SegmentedControl
            size="xs"
            aria-label="Units of the scale"
            transitionDuration={0}
            data={UNIT_LABELS}
            value={ground.scaleUnits}
            onChange={(scaleUnits) => setGround({ scaleUnits: scaleUnits as GroundLook['scaleUnits'] })}
          />
        </div>
        <label className="basemap-section__row">
          <span>Coordinates</span>
          <select
            className="basemap-section__select"
            value={ground.coordinateFormat}
            onChange={(event) => setGround({ coordinateFormat: event.currentTarget.value as CoordinateFormat })}
          >
            {COORDINATE_FORMATS.map((format) => (
              <option key={format} value={format}>
                {COORDINATE_FORMAT_LABELS[format]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </LayersSection>
  )
}
