import { AttributeTable } from './attribute-table.tsx'
import { FeatureCard } from './feature-card.tsx'
import type { MapSectionProps } from './layers-section.tsx'
import { useReferenceLayers } from './use-reference-layers.ts'

/** The reference layers on the map, with the card of the chosen feature and the table of the chosen layer. */
export function ReferenceOnMap(props: MapSectionProps) {
  useReferenceLayers(props)
  return (
    <>
      <FeatureCard {...props} />
      <AttributeTable {...props} />
    </>
  )
}
