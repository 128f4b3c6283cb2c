import { Checkbox } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { LayersSection } from '../layers/layers-section.tsx'
import { useApp } from '../stores/use-app.ts'

/** Which comments are pinned to the map. */
export function PinsSection() {
  const pinned = useApp((state) => state.threads.filter(({ position }) => position !== null).length)
  const open = useApp(
    (state) => state.threads.filter(({ position, isResolved }) => position !== null && !isResolved).length,
  )
  const { areShown, withResolved } = useApp((state) => state.pins)
  const showPins = useApp((state) => state.showPins)
  return (
    <LayersSection title="Comments" icon={<IconMessage size={16} stroke={1.7} />} count={open}>
      {pinned === 0 ? (
        <p className="layers-section__empty">
          None on the map yet. Click a place with the right button, hold it on a touch screen, or press C on the map.
        </p>
      ) : (
        <div className="pin-choices">
          <Checkbox
            size="xs"
            label="Show comments on the map"
            checked={areShown}
            onChange={(event) => showPins({ areShown: event.currentTarget.checked })}
          />
          <Checkbox
            size="xs"
            label="Resolved ones too"
            disabled={!areShown}
            checked={withResolved}
            onChange={(event) => showPins({ withResolved: event.currentTarget.checked })}
          />
        </div>
      )}
    </LayersSection>
  )
}
