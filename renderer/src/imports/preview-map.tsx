import { circleMarker, type Map as LeafletMap, layerGroup, canvas as leafletCanvas } from 'leaflet'
import { useEffect, useState } from 'react'
import type { PreviewPoint } from '../../../shared/contract/jobs.ts'
import { HOME_CENTER, HOME_ZOOM } from '../map/home-view.ts'
import { MapCredit } from '../map/map-credit.tsx'
import { MapRoot } from '../map/map-root.tsx'
import { useBasemap } from '../map/use-basemap.ts'
import { useBasemapLayers } from '../map/use-basemap-layers.ts'
import { useShownScheme } from '../ui/color-scheme.ts'

const CLOSEST_ZOOM = 9

const CHANGES = ['added', 'updated', 'removed', 'unchanged'] as const

/** A small map of where a file's rows would go, coloured by what would become of them. */
export function PreviewMap({ points }: { readonly points: readonly PreviewPoint[] }) {
  const [map, setMap] = useState<LeafletMap | null>(null)
  const [basemap] = useBasemap()
  const scheme = useShownScheme()
  useBasemapLayers(map, basemap, scheme)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are those of the scheme's own style.
  useEffect(() => {
    if (map === null) return
    map.invalidateSize({ animate: false })
    const style = getComputedStyle(map.getContainer())
    const renderer = leafletCanvas({ padding: 0.2 })
    const dots = points.map(({ latitude, longitude, label, change }) =>
      circleMarker([latitude, longitude], {
        renderer,
        radius: change === 'unchanged' ? 3 : 5,
        weight: 1,
        color: style.getPropertyValue('--surface').trim(),
        fillColor: style.getPropertyValue(`--preview-${change}`).trim(),
        fillOpacity: change === 'unchanged' ? 0.5 : 0.9,
      }).bindTooltip(`${label}, ${change}`),
    )
    const group = layerGroup(dots).addTo(map)
    const positions = points.map(({ latitude, longitude }) => [latitude, longitude] as [number, number])
    map.fitBounds(positions, { animate: false, padding: [24, 24], maxZoom: CLOSEST_ZOOM })
    return () => {
      group.remove()
    }
  }, [map, points, scheme])

  const shown = CHANGES.filter((change) => points.some((point) => point.change === change))
  return (
    <figure className="preview-map">
      <div className="preview-map__frame">
        <div className="map-view" data-scheme={scheme}>
          <MapRoot onMap={setMap} center={HOME_CENTER} zoom={HOME_ZOOM} />
          <div className="map-foot">
            <MapCredit map={map} />
          </div>
        </div>
      </div>
      <figcaption>
        {shown.map((change) => (
          <span className="preview-map__key" data-change={change} key={change}>
            {change}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
