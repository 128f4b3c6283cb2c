import { Button } from '@mantine/core'
import type { Map as LeafletMap } from 'leaflet'
import type { TileSource } from '../../../shared/contract/tiles.ts'
import { useApp } from '../stores/use-app.ts'

/** How much deeper than the view a pack goes. */
const DEEPER = 3

/** Keeps the tiles of the map's view as a file, where the provider's terms do not forbid it. */
export function PackButton({ source, map }: { readonly source: TileSource; readonly map: LeafletMap }) {
  const packTiles = useApp((state) => state.packTiles)
  const isPacking = useApp((state) => state.tilePacking === source.tileSourceId)
  if (source.offlineRefusal !== null) return null
  const pack = () => {
    const view = map.getBounds()
    const box = {
      west: Math.max(-180, view.getWest()),
      south: Math.max(-85, view.getSouth()),
      east: Math.min(180, view.getEast()),
      north: Math.min(85, view.getNorth()),
    }
    void packTiles(source, box, Math.min(source.maxZoom, map.getZoom() + DEEPER))
  }
  return (
    <div className="tile-row__pack">
      <Button size="compact-xs" variant="default" loading={isPacking} onClick={pack}>
        Keep this view for the field
      </Button>
      <p className="tile-row__note">
        {DEEPER} zooms deeper than it is now, if your contract with the provider allows it.
      </p>
    </div>
  )
}
