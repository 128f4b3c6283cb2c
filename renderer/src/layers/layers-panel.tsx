import { IconStack2, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import '../styles/layers.css'
import { PinsSection } from '../comments/pins-section.tsx'
import { DrawingsSection } from '../drawing/drawings-section.tsx'
import { BasemapSection } from '../map/basemap-section.tsx'
import { SitesSection } from '../map/sites-section.tsx'
import { useApp } from '../stores/use-app.ts'
import { TilesSection } from '../tiles/tiles-section.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { MapSectionProps } from './layers-section.tsx'
import { LAYERS_BUTTON_ID } from './layers-shortcut.ts'
import { ReferenceSection } from './reference-section.tsx'

/** What the map shows, from the sites at the top to the ground at the bottom; floats over the map. */
export function LayersPanel(props: MapSectionProps) {
  const isOpen = useApp((state) => state.layersPanel.isOpen)
  const openLayersPanel = useApp((state) => state.openLayersPanel)
  const button = useRef<HTMLButtonElement>(null)

  const close = () => {
    openLayersPanel(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    close()
  }
  return (
    <div className="layers-corner">
      <button
        ref={button}
        id={LAYERS_BUTTON_ID}
        type="button"
        className="layers-button"
        aria-expanded={isOpen}
        title="Layers (Shift+L)"
        onClick={() => openLayersPanel(!isOpen)}
      >
        <IconStack2 size={16} stroke={1.7} aria-hidden />
        Layers
      </button>
      {isOpen ? (
        <section className="layers-panel" aria-label="Layers" onKeyDown={onKeyDown}>
          <header className="layers-panel__head">
            <h2 className="layers-panel__title">Layers</h2>
            <IconButton label="Close the layers" onClick={close}>
              <IconX size={16} stroke={1.7} />
            </IconButton>
          </header>
          <div className="layers-panel__body">
            <SitesSection {...props} />
            <DrawingsSection {...props} />
            <PinsSection />
            <ReferenceSection {...props} />
            <TilesSection {...props} />
            <BasemapSection {...props} />
          </div>
        </section>
      ) : null}
    </div>
  )
}
