import { IconTrash, IconVector } from '@tabler/icons-react'
import type { Layer } from '../../../shared/contract/layers.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LayersSection, type MapSectionProps } from './layers-section.tsx'

/** The imported maps, each with what it holds. */
export function ReferenceSection(_: MapSectionProps) {
  const layers = useApp((state) => state.layers)
  const removeLayer = useApp((state) => state.removeLayer)
  return (
    <LayersSection title="Reference layers" icon={<IconVector size={16} stroke={1.7} />} count={layers.length}>
      {layers.length === 0 ? (
        <p className="layers-section__empty">
          None yet. Drop a GeoJSON, KML, shapefile or GeoPackage on this window to lay it under the sites.
        </p>
      ) : null}
      <ul className="reference-list" aria-label="Reference layers">
        {layers.map((layer) => (
          <li key={layer.layerId} className="reference-row">
            <div className="reference-row__text">
              <div className="reference-row__name" title={layer.name}>
                {layer.name}
              </div>
              <div className="reference-row__figures">{figuresOf(layer)}</div>
            </div>
            <IconButton label={`Remove ${layer.name}`} onClick={() => void removeLayer(layer)}>
              <IconTrash size={16} stroke={1.7} />
            </IconButton>
          </li>
        ))}
      </ul>
    </LayersSection>
  )
}

function figuresOf({ title, features, geometryTypes }: Layer): string {
  const types = Object.keys(geometryTypes).map((type) => type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
  return [title, `${features.toLocaleString('en-US')} features`, types.join(', ')]
    .filter((text) => text !== '')
    .join(' · ')
}
