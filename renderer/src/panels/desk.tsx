import { lazy, Suspense, useState } from 'react'
import { DropTarget } from '../imports/drop-target.tsx'
import { useApp } from '../stores/use-app.ts'
import { Notices } from '../ui/notices.tsx'
import { Resizer } from '../ui/resizer.tsx'
import { Banners } from './banners.tsx'
import { CatalogState } from './catalog-state.tsx'
import { MapArea } from './map-area.tsx'
import { ScenarioBar } from './scenario-bar.tsx'
import { SiteList } from './site-list.tsx'
import { TopBar } from './top-bar.tsx'

// Loaded after the list and the map: the page is there the sooner.
const AssumptionsPanel = lazy(async () => ({ default: (await import('./assumptions-panel.tsx')).AssumptionsPanel }))
const Dialogs = lazy(async () => ({ default: (await import('./dialogs.tsx')).Dialogs }))
const SitePanel = lazy(async () => ({ default: (await import('./site-panel.tsx')).SitePanel }))
const ComparePanel = lazy(async () => ({ default: (await import('../compare/compare-panel.tsx')).ComparePanel }))

/** The whole screen: bars above, list, map and site panel below. */
export function Desk() {
  const [isAssumptionsOpen, setAssumptionsOpen] = useState(false)
  const listWidthPx = useApp((state) => state.listWidthPx)
  const panelWidthPx = useApp((state) => state.panelWidthPx)
  const setWidths = useApp((state) => state.setWidths)
  const isPanelOpen = useApp((state) => state.selectedId !== null && state.columns !== null)
  const isComparing = useApp((state) => state.isComparing)
  // A catalog of maps alone, with no site yet, has something to show.
  const isEmpty = useApp(
    (state) =>
      state.columns === null || (state.columns.count === 0 && !state.layers.some(({ layerId }) => layerId > 0)),
  )
  const style = { '--list-width': `${listWidthPx}px`, '--panel-width': `${panelWidthPx}px` } as React.CSSProperties
  return (
    <div className="desk">
      <TopBar />
      <ScenarioBar
        isAssumptionsOpen={isAssumptionsOpen}
        onToggleAssumptions={() => setAssumptionsOpen(!isAssumptionsOpen)}
      />
      <Banners />
      <main className="desk__body" data-panel={isPanelOpen ? 'open' : 'closed'} style={style}>
        <h1 className="visually-hidden">Sites</h1>
        <SiteList />
        <Resizer
          label="Width of the list"
          widthPx={listWidthPx}
          minPx={300}
          maxPx={720}
          direction={1}
          onResize={(width) => setWidths({ listWidthPx: width })}
        />
        <div className="desk__map">
          {isEmpty ? <CatalogState /> : <MapArea />}
          <Suspense>{isComparing ? <ComparePanel /> : null}</Suspense>
          <Suspense>
            {isAssumptionsOpen ? <AssumptionsPanel onClose={() => setAssumptionsOpen(false)} /> : null}
          </Suspense>
        </div>
        {isPanelOpen ? (
          <>
            <Resizer
              label="Width of the site panel"
              widthPx={panelWidthPx}
              minPx={340}
              maxPx={760}
              direction={-1}
              onResize={(width) => setWidths({ panelWidthPx: width })}
            />
            <Suspense>
              <SitePanel />
            </Suspense>
          </>
        ) : null}
      </main>
      <Suspense>
        <Dialogs />
      </Suspense>
      <DropTarget />
      <Notices />
    </div>
  )
}
