import { IconCloudPlus, IconFilePlus, IconGridDots, IconTestPipe } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { LayersSection, type MapSectionProps } from '../layers/layers-section.tsx'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import './tiles.css'
import { OnlineTilesForm } from './online-tiles-form.tsx'
import { TileRow } from './tile-row.tsx'
import { TileTestDialog } from './tile-test-dialog.tsx'

/** The user's own tiles: what there is, how it is shown, and whether it would work in the field. */
export function TilesSection({ map }: MapSectionProps) {
  const sources = useApp((state) => state.tileSources)
  const sending = useApp((state) => state.tileSending)
  const pickTiles = useApp((state) => state.pickTiles)
  const testTiles = useApp((state) => state.testTiles)
  const refreshTiles = useApp((state) => state.refreshTiles)
  const isTesting = useApp((state) => state.tileTest.state === 'running')
  const [isAsking, setAsking] = useState(false)

  // Files may have come or gone while the panel was closed.
  useEffect(() => {
    void refreshTiles()
  }, [refreshTiles])

  return (
    <LayersSection
      title="Your tiles"
      icon={<IconGridDots size={16} stroke={1.7} />}
      count={sources.length}
      actions={
        <>
          <IconButton
            label="Test this bundle"
            hint="Test this bundle: opens every layer once, without the network"
            isDisabled={isTesting}
            onClick={() => void testTiles()}
          >
            <IconTestPipe size={16} stroke={1.7} />
          </IconButton>
          <IconButton label="Add tiles from the network" onClick={() => setAsking(true)}>
            <IconCloudPlus size={16} stroke={1.7} />
          </IconButton>
          <IconButton label="Add a file of tiles" onClick={() => void pickTiles()}>
            <IconFilePlus size={16} stroke={1.7} />
          </IconButton>
        </>
      }
    >
      {sending ? (
        <p className="layers-section__empty" role="status">
          Taking in {sending.name}, {Math.round(sending.share * 100)}%
        </p>
      ) : null}
      {sources.length === 0 && !isAsking && !sending ? (
        <p className="layers-section__empty">
          None yet. Drop an .mbtiles or .pmtiles file on this window: streets, imagery or terrain that work without a
          network.
        </p>
      ) : null}
      {isAsking ? <OnlineTilesForm onClose={() => setAsking(false)} /> : null}
      <ul className="tile-list" aria-label="Your tiles, the topmost first">
        {sources.toReversed().map((source, index) => (
          <TileRow
            key={source.tileSourceId}
            source={source}
            map={map}
            isTop={index === 0}
            isBottom={index === sources.length - 1}
          />
        ))}
      </ul>
      <TileTestDialog />
    </LayersSection>
  )
}
