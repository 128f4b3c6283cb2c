import { IconVector } from '@tabler/icons-react'
import { useState } from 'react'
import { useApp } from '../stores/use-app.ts'
import { LayerRow } from './layer-row.tsx'
import { LayersSection, type MapSectionProps } from './layers-section.tsx'

/** The reference layers, the topmost first: imported maps, and what is drawn from the catalog's records. */
export function ReferenceSection(props: MapSectionProps) {
  const layers = useApp((state) => state.layers)
  const moveLayer = useApp((state) => state.moveLayer)
  const [styledId, setStyledId] = useState<number | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [target, setTarget] = useState<number | null>(null)

  const drop = () => {
    const layer = layers.find(({ layerId }) => layerId === dragged)
    if (layer && target !== null) void moveLayer(layer, target)
    setDragged(null)
    setTarget(null)
  }
  return (
    <LayersSection title="Reference layers" icon={<IconVector size={16} stroke={1.7} />} count={layers.length}>
      {layers.length === 0 ? (
        <p className="layers-section__empty">
          None yet. Drop a GeoJSON, KML, shapefile or GeoPackage on this window to lay it under the sites.
        </p>
      ) : null}
      <ul className="reference-list" aria-label="Reference layers">
        {layers.map((layer, place) => (
          <li
            key={layer.layerId}
            className="reference-row"
            data-dragged={dragged === layer.layerId || undefined}
            data-target={target === place && dragged !== null && dragged !== layer.layerId ? sideOf(place) : undefined}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setTarget(place)
            }}
            onDrop={(event) => {
              if (dragged === null) return
              event.preventDefault()
              event.stopPropagation()
              drop()
            }}
          >
            <LayerRow
              {...props}
              layer={layer}
              place={place}
              isStyled={styledId === layer.layerId}
              onStyle={() => setStyledId(styledId === layer.layerId ? null : layer.layerId)}
              onDrag={setDragged}
            />
          </li>
        ))}
      </ul>
    </LayersSection>
  )

  function sideOf(place: number): 'above' | 'below' {
    return layers.findIndex(({ layerId }) => layerId === dragged) < place ? 'below' : 'above'
  }
}
