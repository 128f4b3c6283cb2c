import { useApp } from '../stores/use-app.ts'
import { AttributeRows } from './attribute-rows.tsx'
import type { MapSectionProps } from './layers-section.tsx'

/** The attribute table of a layer, as a drawer at the bottom of the map. */
export function AttributeTable({ map }: MapSectionProps) {
  const layer = useApp((state) => state.layers.find(({ layerId }) => layerId === state.tableLayerId))
  return layer ? <AttributeRows key={layer.layerId} map={map} layer={layer} /> : null
}
