import { IconChevronDown } from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { type ReactNode, useId } from 'react'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { useApp } from '../stores/use-app.ts'

/** What each section of the Layers panel is given. */
export interface MapSectionProps {
  readonly map: LeafletMap
  readonly scheme: MapScheme
}

export interface LayersSectionProps {
  /** Its heading; under it the section's folding is remembered. */
  readonly title: string
  readonly icon: ReactNode
  /** Buttons at the right of the heading, such as "add"; they stay while the section is folded. */
  readonly actions?: ReactNode
  /** How much is in it, shown after the heading. */
  readonly count?: number | undefined
  readonly children: ReactNode
}

/** A section of the Layers panel that folds; whether it is folded is remembered. */
export function LayersSection({ title, icon, actions, count, children }: LayersSectionProps) {
  const isFolded = useApp((state) => state.layersPanel.folded.includes(title))
  const foldLayersSection = useApp((state) => state.foldLayersSection)
  const bodyId = useId()
  return (
    <section className="layers-section" aria-label={title} data-folded={isFolded}>
      <div className="layers-section__head">
        <button
          type="button"
          className="layers-section__toggle"
          aria-expanded={!isFolded}
          aria-controls={bodyId}
          onClick={() => foldLayersSection(title, !isFolded)}
        >
          <IconChevronDown className="layers-section__chevron" size={14} stroke={2} aria-hidden />
          <span className="layers-section__icon">{icon}</span>
          <span className="layers-section__title">{title}</span>
          {count === undefined ? null : <span className="layers-section__count">{count.toLocaleString('en-US')}</span>}
        </button>
        {actions ? <div className="layers-section__actions">{actions}</div> : null}
      </div>
      <div id={bodyId} className="layers-section__body" hidden={isFolded}>
        {isFolded ? null : children}
      </div>
    </section>
  )
}
