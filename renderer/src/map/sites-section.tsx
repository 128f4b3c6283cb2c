import { SegmentedControl } from '@mantine/core'
import { IconMapPins } from '@tabler/icons-react'
import { LayersSection, type MapSectionProps } from '../layers/layers-section.tsx'
import { useApp } from '../stores/use-app.ts'
import type { SiteLook } from './site-look.ts'
import { SiteValueSelect } from './site-value-select.tsx'

const SIZES = [
  { value: 'mw', label: 'Megawatts' },
  { value: 'same', label: 'All the same' },
]

/** What colour and size of the sites say. */
export function SitesSection(_: MapSectionProps) {
  const siteLook = useApp((state) => state.siteLook)
  const setSiteLook = useApp((state) => state.setSiteLook)
  const count = useApp((state) => state.columns?.count)
  return (
    <LayersSection title="Sites" icon={<IconMapPins size={16} stroke={1.7} />} count={count}>
      <div className="basemap-section">
        <div className="basemap-section__row">
          <span>Colour</span>
          <SiteValueSelect
            className="basemap-section__select"
            value={siteLook.colorBy}
            onChange={(colorBy) => setSiteLook({ colorBy })}
          />
        </div>
        <div className="basemap-section__row">
          <span>Size</span>
          <SegmentedControl
            size="xs"
            aria-label="Size of the sites"
            transitionDuration={0}
            data={SIZES}
            value={siteLook.sizeBy}
            onChange={(sizeBy) => setSiteLook({ sizeBy: sizeBy as SiteLook['sizeBy'] })}
          />
        </div>
      </div>
    </LayersSection>
  )
}
