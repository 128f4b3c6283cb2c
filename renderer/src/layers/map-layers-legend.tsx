import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { isLayerShown } from '../stores/layer-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { LayerLegend, LayerSwatch } from './layer-legend.tsx'

/** What the reference layers on the map look like, for the map's legend; the topmost first. */
export function MapLayersLegend({ scheme }: { readonly scheme: MapScheme }) {
  const layers = useApp((state) => state.layers)
  const layerShown = useApp((state) => state.layerShown)
  const shown = layers.filter((layer) => isLayerShown({ layerShown }, layer))
  if (shown.length === 0) return null
  return (
    <ul aria-label="Reference layers" className="map-layers-legend">
      {shown.map((layer) => (
        <li key={layer.layerId}>
          <div className="map-layers-legend__layer" title={layer.name}>
            {layer.look.by ? null : <LayerSwatch layer={layer} scheme={scheme} />}
            <span>{layer.name}</span>
          </div>
          <LayerLegend layer={layer} scheme={scheme} />
        </li>
      ))}
    </ul>
  )
}
