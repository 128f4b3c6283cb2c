import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import { useApp } from '../stores/use-app.ts'
import { useShownScheme } from '../ui/color-scheme.ts'
import { LandLayer } from './land-layer.ts'

/** Draws the buildable land that the site panel shows; nothing of the page itself. */
export function LandOnMap({ map }: { readonly map: LeafletMap }) {
  const net = useApp((state) => state.shownLand)
  const scheme = useShownScheme()
  const [layer, setLayer] = useState<LandLayer | null>(null)
  useEffect(() => {
    const added = new LandLayer().addTo(map)
    setLayer(added)
    return () => {
      setLayer(null)
      added.remove()
    }
  }, [map])
  useEffect(() => layer?.show(net, scheme), [layer, net, scheme])
  const token = useApp((state) => state.landToken)
  useEffect(() => {
    if (token > 0) layer?.reveal()
  }, [layer, token])
  return null
}
