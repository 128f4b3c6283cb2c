import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import { useApp } from '../stores/use-app.ts'
import { useShownScheme } from '../ui/color-scheme.ts'
import { NearbyLinesLayer } from './nearby-lines-layer.ts'

/** Draws the lines that the site panel asks for; nothing of the page itself. */
export function NearbyOnMap({ map }: { readonly map: LeafletMap }) {
  const lines = useApp((state) => state.nearbyLines)
  const scheme = useShownScheme()
  const [layer, setLayer] = useState<NearbyLinesLayer | null>(null)
  useEffect(() => {
    const added = new NearbyLinesLayer().addTo(map)
    setLayer(added)
    return () => {
      setLayer(null)
      added.remove()
    }
  }, [map])
  useEffect(() => layer?.show(lines, scheme), [layer, lines, scheme])
  const fitToken = lines?.fitToken ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a pinned line moves the map, not one that is hovered.
  useEffect(() => {
    if (fitToken > 0 && lines) layer?.reveal(lines)
  }, [layer, fitToken])
  return null
}
