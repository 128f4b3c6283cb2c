// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be virtualised row by row, so a grid is spelled out in roles.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef, useState } from 'react'
import { comparisonSentence, type SiteComparison } from '../../../shared/domain/comparison/site-comparison.ts'
import { formatUsdPerMw } from '../../../shared/format/format-quantity.ts'
import type { ComparisonView } from '../stores/compare-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { VerdictChip } from '../ui/verdict-chip.tsx'

const ROW_HEIGHT_PX = 60

export interface CompareRowsProps {
  readonly view: ComparisonView
  readonly sites: readonly SiteComparison[]
}

/** The compared sites. One element has the keyboard; arrows move in it, Enter opens the site. */
export function CompareRows({ view, sites }: CompareRowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const selectedId = useApp((state) => state.selectedId)
  const selectSite = useApp((state) => state.selectSite)
  const [activeIndex, setActiveIndex] = useState(0)
  const virtual = useVirtualizer({
    count: sites.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 6,
  })
  const active = Math.min(activeIndex, Math.max(0, sites.length - 1))
  const open = (index: number): void => {
    const site = sites[index]
    if (site === undefined) return
    setActiveIndex(index)
    selectSite(view.columns.ids[site.row] ?? null, 'list')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT_PX) - 1)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: sites.length - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      const next = Math.min(sites.length - 1, Math.max(0, target))
      setActiveIndex(next)
      virtual.scrollToIndex(next, { align: 'auto' })
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(active)
    }
  }
  return (
    <div
      ref={scroller}
      className="compare__scroll scroll"
      role="grid"
      aria-label="Compared sites"
      aria-rowcount={sites.length}
      aria-activedescendant={sites.length > 0 ? `compared-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="compare__rows" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const site = sites[index]
          if (site === undefined) return null
          const id = view.columns.ids[site.row]
          const sentence = comparisonSentence(site)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard and hands Enter to its active row.
            <div
              key={id}
              id={`compared-${index}`}
              className="compare__row"
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 1}
              aria-selected={id === selectedId}
              data-active={index === active}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => open(index)}
            >
              <span role="gridcell" tabIndex={-1} className="compare__name">
                {view.columns.names[site.row]}
              </span>
              <span role="gridcell" tabIndex={-1} className="compare__pair">
                <VerdictChip verdict={site.verdict[0]} />
                <span aria-hidden="true">→</span>
                <VerdictChip verdict={site.verdict[1]} />
              </span>
              <span
                role="gridcell"
                tabIndex={-1}
                className="compare__pair num"
              >{`#${site.rank[0]} → #${site.rank[1]}`}</span>
              <span role="gridcell" tabIndex={-1} className="compare__pair num">
                {`${valueText(site.valueUsdPerMw[0])} → ${valueText(site.valueUsdPerMw[1])}`}
              </span>
              <span role="gridcell" tabIndex={-1} className="compare__why" title={sentence}>
                {sentence}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function valueText(usdPerMw: number): string {
  return Number.isFinite(usdPerMw) ? formatUsdPerMw(usdPerMw) : '–'
}
