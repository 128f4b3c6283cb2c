import { SegmentedControl } from '@mantine/core'
import { ANNOTATIONS_FORMAT, PLACES_FORMAT } from '../../../shared/contract/map-readings.ts'
import { useApp } from '../stores/use-app.ts'
import type { ImportItem } from './import-item.ts'

const LAYER = 'layer'

const READINGS = [
  { value: LAYER, label: 'Reference layer' },
  { value: PLACES_FORMAT, label: 'Sites' },
  { value: ANNOTATIONS_FORMAT, label: 'Drawings' },
]

/** What a map's features become: a layer to look at, candidate sites, or drawings that can be changed. */
export function MapReading({ item }: { readonly item: ImportItem }) {
  const checkAs = useApp((state) => state.checkAs)
  return (
    <div className="map-reading">
      <span id={`map-reading-${item.key}`}>Take it in as</span>
      <SegmentedControl
        size="xs"
        aria-labelledby={`map-reading-${item.key}`}
        data={READINGS}
        value={item.format ?? LAYER}
        onChange={(value) => void checkAs(item.key, value === LAYER ? null : value)}
      />
    </div>
  )
}
