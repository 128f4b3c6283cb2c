import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { MarkerScene } from './marker-scene.ts'
import { RingsLayer } from './rings-layer.ts'
import { SiteTooltip } from './site-tooltip.ts'
import { SitesLayer } from './sites-layer.ts'

export interface SitesLayerProps {
  readonly selectedRow: number | null
  readonly hoveredRow: number | null
  /** The one that the keys are on. */
  readonly focusedRow: number | null
  readonly colorScheme: 'light' | 'dark'
}

interface SiteLayers {
  readonly sites: SitesLayer
  readonly rings: RingsLayer
  readonly tooltip: SiteTooltip
}

/** The sites on the map with the rings and the tooltip of the selected and hovered ones. */
export function useSitesLayer(
  map: LeafletMap | null,
  columns: SiteColumns,
  scene: MarkerScene,
  props: SitesLayerProps,
): void {
  const { selectedRow, hoveredRow, focusedRow, colorScheme } = props
  const [layers, setLayers] = useState<SiteLayers | null>(null)

  useEffect(() => {
    if (!map) return
    const sites = new SitesLayer('light').addTo(map)
    const rings = new RingsLayer().addTo(map)
    const tooltip = new SiteTooltip(map)
    setLayers({ sites, rings, tooltip })
    return () => {
      setLayers(null)
      tooltip.hide()
      rings.remove()
      sites.remove()
    }
  }, [map])

  useEffect(() => layers?.sites.setScheme(colorScheme), [layers, colorScheme])

  useEffect(() => layers?.sites.setScene(scene), [layers, scene])

  useEffect(() => {
    layers?.rings.show(scene, { selected: selectedRow, hovered: hoveredRow, focused: focusedRow }, colorScheme)
  }, [layers, scene, selectedRow, hoveredRow, focusedRow, colorScheme])

  const toldRow = hoveredRow ?? focusedRow
  useEffect(() => layers?.tooltip.show(scene, columns, toldRow), [layers, scene, columns, toldRow])
}
