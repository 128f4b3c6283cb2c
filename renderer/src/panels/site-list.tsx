// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be virtualised row by row, so a grid is spelled out in roles.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { LensBar } from '../weights/lens-bar.tsx'
import { ListFilters } from './list-filters.tsx'
import { ListHeader } from './list-header.tsx'
import { SiteRow } from './site-row.tsx'

const ROW_HEIGHT_PX = 42
const HEADER_HEIGHT_PX = 29

/** The ranked list. One element has the keyboard; arrows move in it, Enter opens, so that 100,000 rows need few elements. */
export function SiteList() {
  const store = useAppStore()
  const columns = useApp((state) => state.columns)
  const ranking = useApp((state) => state.ranking)
  const rows = useApp((state) => state.listRows)
  const selectedId = useApp((state) => state.selectedId)
  const selectedRow = useApp((state) =>
    state.selectedId === null ? null : (state.rowOf.get(state.selectedId) ?? null),
  )
  const scroller = useRef<HTMLDivElement>(null)
  const [activeIndex, setActiveIndex] = useState(0)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 6,
    scrollMargin: HEADER_HEIGHT_PX,
    scrollPaddingStart: HEADER_HEIGHT_PX,
  })

  // A site chosen on the map comes into view in the list; a mere change of order moves nothing under the reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection scrolls.
  useEffect(() => {
    if (selectedRow === null) return
    const index = rows.indexOf(selectedRow)
    if (index < 0) return
    setActiveIndex(index)
    virtual.scrollToIndex(index, { align: 'auto' })
  }, [selectedId, columns === null])

  const active = Math.min(activeIndex, Math.max(0, rows.length - 1))
  const moveTo = (index: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, index))
    setActiveIndex(next)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  const open = (index: number): void => {
    const row = rows[index]
    if (row !== undefined && columns !== null) store.getState().selectSite(columns.ids[row] ?? null, 'list')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER_HEIGHT_PX) / ROW_HEIGHT_PX) - 1)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      moveTo(target)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(active)
    } else if (event.key === 'Escape') {
      store.getState().selectSite(null, 'list')
    }
  }

  const isReady = columns !== null && ranking !== null && ranking.count === columns.count
  const activeRow = rows[active]
  return (
    <section className="list" aria-label="Ranked sites">
      <LensBar />
      <ListFilters />
      <div
        id="site-list"
        className="list__grid scroll"
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label="Sites by rank"
        aria-rowcount={rows.length + 1}
        aria-colcount={7}
        aria-activedescendant={isReady && activeRow !== undefined ? `site-row-${activeRow}` : undefined}
        onKeyDown={onKeyDown}
      >
        <ListHeader />
        <div className="list__body" role="rowgroup">
          <div className="list__rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
            {isReady
              ? virtual.getVirtualItems().map((item) => {
                  const row = rows[item.index]
                  return row === undefined || row >= columns.count ? null : (
                    <SiteRow
                      key={row}
                      row={row}
                      index={item.index}
                      offsetPx={item.start - HEADER_HEIGHT_PX}
                      isActive={item.index === active}
                      isSelected={row === selectedRow}
                      onOpen={() => {
                        setActiveIndex(item.index)
                        open(item.index)
                      }}
                    />
                  )
                })
              : null}
          </div>
        </div>
      </div>
      {isReady && columns.count > 0 && rows.length === 0 ? <NoMatch /> : null}
    </section>
  )
}

function NoMatch() {
  const clearFilters = useApp((state) => state.clearFilters)
  return (
    <div className="empty empty--list">
      <p className="empty__title">No site matches</p>
      <p>
        <button type="button" className="plain-button link" onClick={clearFilters}>
          Clear search and filters
        </button>{' '}
        to see all sites.
      </p>
    </div>
  )
}
