import type { Map as LeafletMap } from 'leaflet'
import { type JSX, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { DEFAULT_GROUND, type GroundLook } from './ground-look.ts'
import { HOME_CENTER, HOME_ZOOM } from './home-view.ts'
import { MapButtons } from './map-controls.tsx'
import { MapCredit } from './map-credit.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapRoot } from './map-root.tsx'
import { MapScale } from './map-scale.tsx'
import './map-view.css'
import type { MarkerScene } from './marker-scene.ts'
import { PointerPosition } from './pointer-position.tsx'
import { SiteAnnouncer } from './site-announcer.tsx'
import { DEFAULT_SITE_LOOK, type SiteLook } from './site-look.ts'
import { sitePaint } from './site-paint.ts'
import { sitePoints } from './site-points.ts'
import { useBasemap } from './use-basemap.ts'
import { useBasemapLayers } from './use-basemap-layers.ts'
import { useMapView } from './use-map-view.ts'
import { useSiteKeys } from './use-site-keys.ts'
import { useSitePointer } from './use-site-pointer.ts'
import { useSitesLayer } from './use-sites-layer.ts'

export interface MapViewProps {
  columns: SiteColumns
  ranking: Ranking
  /** 1 = shown, per row; null = all shown */
  visible: Uint8Array | null
  selectedRow: number | null
  hoveredRow: number | null
  onSelect(row: number | null): void
  onHover(row: number | null): void
  colorScheme: 'light' | 'dark'
  /** What colour and size say; verdict and megawatts when left out. */
  siteLook?: SiteLook
  onSiteLook?(change: Partial<SiteLook>): void
  /** In what share of the draws each verdict holds, by row; null while nothing is drawn for this ranking. */
  certainty?: Float64Array | null
  /** Decimal year from which time to power is counted; without it none is known. */
  valuationYear?: number
  /** Moves to a row when the token changes. */
  focus: { row: number; token: number } | null
  /** First view; the whole United States when left out. */
  initialView?: { latitude: number; longitude: number; zoom: number } | undefined
  onViewChange?(view: { latitude: number; longitude: number; zoom: number }): void
  /** What is shown of the ground; all but the grid operators when left out. */
  ground?: GroundLook
  onGround?(change: Partial<GroundLook>): void
  /** Whose data the user laid on the map. */
  credits?: readonly string[]
  /** Puts a text on the clipboard and says so. */
  onCopy?(text: string): void
  /** What layers besides the sites mean, for the legend. */
  legend?: ReactNode
  /** Buttons below those that zoom. */
  buttons?(map: LeafletMap): ReactNode
  /** What lies over the map and needs the store, such as the Layers panel. */
  children?(map: LeafletMap): ReactNode
}

/** On a narrower map, as on a laptop's screen, an open legend would cover the very sites it explains. */
const ROOM_FOR_LEGEND_PX = 900

/** The sites on an offline map: coloured by verdict or another value, shaped by kind, sized by megawatts. */
export function MapView(props: MapViewProps): JSX.Element {
  const { columns, ranking, visible, colorScheme, initialView, ground = DEFAULT_GROUND } = props
  const { siteLook = DEFAULT_SITE_LOOK, certainty = null, valuationYear = Number.NaN } = props
  const [map, setMap] = useState<LeafletMap | null>(null)
  const firstView = useRef(initialView).current
  const [basemap, retryBasemap] = useBasemap()
  const points = useMemo(() => sitePoints(columns), [columns])
  const { colorBy, sizeBy } = siteLook
  const shownCertainty = colorBy === 'certainty' ? certainty : null
  const paint = useMemo(
    () => sitePaint(colorBy, { columns, ranking, certainty: shownCertainty, valuationYear }),
    [colorBy, columns, ranking, shownCertainty, valuationYear],
  )
  const scene = useMemo<MarkerScene>(
    () => ({ points, ranking, visible, paint, sizeBy }),
    [points, ranking, visible, paint, sizeBy],
  )

  useBasemapLayers(map, basemap, colorScheme, ground)
  const keys = useSiteKeys(map, scene, props)
  useSitesLayer(map, columns, scene, { ...props, focusedRow: keys.row })
  useSitePointer(map, scene, props)
  useMapView(map, scene, props)

  // Leaflet's arrow keys and the rest work when the map has the focus, so it needs a name for screen readers.
  useEffect(() => {
    const container = map?.getContainer()
    container?.setAttribute('role', 'application')
    container?.setAttribute(
      'aria-label',
      'Map of sites. Arrow keys move the map, plus and minus zoom, Home shows the whole United States. Enter goes to the sites: then arrow keys move among them, Enter opens one, Escape returns to the map.',
    )
  }, [map])

  return (
    <div className="map-view" data-scheme={colorScheme} data-basemap={basemap.status}>
      <MapRoot
        onMap={setMap}
        center={firstView ? [firstView.latitude, firstView.longitude] : HOME_CENTER}
        zoom={firstView?.zoom ?? HOME_ZOOM}
      />
      {map && <MapButtons map={map}>{props.buttons?.(map)}</MapButtons>}
      {map && (
        <MapLegend
          scheme={colorScheme}
          look={siteLook}
          onLook={props.onSiteLook}
          startsOpen={map.getSize().x >= ROOM_FOR_LEGEND_PX}
        >
          {props.legend}
        </MapLegend>
      )}
      {basemap.status === 'failed' && (
        <div className="map-notice" role="status">
          The background map could not be loaded; the sites are shown without it.
          <button type="button" onClick={retryBasemap}>
            Retry
          </button>
        </div>
      )}
      <SiteAnnouncer scene={scene} columns={columns} keys={keys} />
      {map && props.children?.(map)}
      <div className="map-foot">
        {map && <MapScale map={map} units={ground.scaleUnits} />}
        {map && (
          <PointerPosition
            map={map}
            format={ground.coordinateFormat}
            onFormat={(coordinateFormat) => props.onGround?.({ coordinateFormat })}
            onCopy={(text) => props.onCopy?.(text)}
          />
        )}
        <MapCredit map={map} more={props.credits} />
      </div>
    </div>
  )
}
