import { useMemo } from 'react'
import { MapComments } from '../comments/map-comments.tsx'
import { DrawingDesk } from '../drawing/drawing-desk.tsx'
import { LayersPanel } from '../layers/layers-panel.tsx'
import { MapLayersLegend } from '../layers/map-layers-legend.tsx'
import { ReferenceOnMap } from '../layers/reference-on-map.tsx'
import { MapView } from '../map/map-view.tsx'
import { LandOnMap } from '../nearby/land-on-map.tsx'
import { NearbyOnMap } from '../nearby/nearby-on-map.tsx'
import { AreasOnMap } from '../places/area-card.tsx'
import { JumpBox } from '../places/jump-box.tsx'
import { JumpButton } from '../places/jump-button.tsx'
import { SnapshotButton } from '../snapshot/snapshot-button.tsx'
import { SnapshotDialog } from '../snapshot/snapshot-dialog.tsx'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { tileCredits } from '../tiles/tile-credits.ts'
import { UserTilesOnMap } from '../tiles/user-tiles-on-map.tsx'
import { useShownScheme } from '../ui/color-scheme.ts'

/** The map between list and site panel, tied to what they show. */
export function MapArea() {
  const store = useAppStore()
  const scheme = useShownScheme()
  const columns = useApp((state) => state.columns)
  const ranking = useApp((state) => state.ranking)
  const visible = useApp((state) => state.visible)
  const hoveredRow = useApp((state) => state.hoveredRow)
  const focusToken = useApp((state) => state.focusToken)
  const mapView = useApp((state) => state.mapView)
  const setMapView = useApp((state) => state.setMapView)
  const hoverRow = useApp((state) => state.hoverRow)
  const ground = useApp((state) => state.ground)
  const setGround = useApp((state) => state.setGround)
  const siteLook = useApp((state) => state.siteLook)
  const setSiteLook = useApp((state) => state.setSiteLook)
  const certainty = useApp((state) =>
    state.uncertainty?.ranking === state.ranking ? (state.uncertainty?.result.verdictHolds ?? null) : null,
  )
  const valuationYear = useApp((state) => state.scenario.assumptions.valuationYear)
  const copyText = useApp((state) => state.copyText)
  const tileSources = useApp((state) => state.tileSources)
  const credits = useMemo(() => tileCredits(tileSources), [tileSources])
  const selectedRow = useApp((state) =>
    state.selectedId === null ? null : (state.rowOf.get(state.selectedId) ?? null),
  )
  if (columns === null || ranking === null || ranking.count !== columns.count) return null
  return (
    <MapView
      columns={columns}
      ranking={ranking}
      visible={visible}
      selectedRow={selectedRow}
      hoveredRow={hoveredRow}
      onSelect={(row) => store.getState().selectSite(row === null ? null : (columns.ids[row] ?? null), 'map')}
      onHover={hoverRow}
      colorScheme={scheme}
      focus={selectedRow === null || focusToken === 0 ? null : { row: selectedRow, token: focusToken }}
      initialView={mapView}
      onViewChange={setMapView}
      ground={ground}
      onGround={setGround}
      siteLook={siteLook}
      onSiteLook={setSiteLook}
      certainty={certainty}
      valuationYear={valuationYear}
      credits={credits}
      legend={<MapLayersLegend scheme={scheme} />}
      buttons={() => (
        <>
          <JumpButton />
          <SnapshotButton />
        </>
      )}
      onCopy={(text) => void copyText(text)}
    >
      {(map) => (
        <>
          <LayersPanel map={map} scheme={scheme} />
          <DrawingDesk map={map} scheme={scheme} />
          <UserTilesOnMap map={map} scheme={scheme} />
          <ReferenceOnMap map={map} scheme={scheme} />
          <NearbyOnMap map={map} />
          <LandOnMap map={map} />
          <MapComments map={map} />
          <AreasOnMap map={map} scheme={scheme} />
          <JumpBox map={map} />
          <SnapshotDialog map={map} scheme={scheme} />
        </>
      )}
    </MapView>
  )
}
