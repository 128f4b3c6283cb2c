// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be virtualised row by row, so a grid is spelled out in roles.
import { categoryAt } from '../../../shared/columns/site-columns.ts'
import { VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { CommentBadge } from '../comments/comment-badge.tsx'
import { bestValueUsdPerMw } from '../list/best-value.ts'
import { useApp } from '../stores/use-app.ts'
import { SHORT_VERDICT_LABELS } from '../ui/labels.ts'
import { ScoreBar } from '../ui/score-bar.tsx'
import { SiteGlyph } from '../ui/site-glyph.tsx'
import { VerdictChip } from '../ui/verdict-chip.tsx'
import { UnsureMark } from '../uncertainty/unsure-mark.tsx'

export interface SiteRowProps {
  readonly row: number
  readonly index: number
  readonly offsetPx: number
  readonly isActive: boolean
  readonly isSelected: boolean
  onOpen(): void
}

/** One site of the list, read straight from the columns and the ranking. */
export function SiteRow({ row, index, offsetPx, isActive, isSelected, onOpen }: SiteRowProps) {
  const columns = useApp((state) => state.columns)
  const ranking = useApp((state) => state.ranking)
  const presetRank = useApp((state) => state.presetRank?.[row])
  const isHovered = useApp((state) => state.hoveredRow === row)
  const hoverRow = useApp((state) => state.hoverRow)
  if (columns === null || ranking === null) return null
  const verdict = VERDICTS[ranking.verdict[row] ?? 0] ?? 'none'
  const isUnproven = ranking.unproven[row] === 1
  const mw = ranking.mw[row] ?? Number.NaN
  const value = bestValueUsdPerMw(ranking, row)
  const rank = ranking.rank[row] ?? 0
  const place = [categoryAt(columns, 'state', row), categoryAt(columns, 'gridOperator', row)]
    .filter(Boolean)
    .join(' · ')
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows.
    <div
      id={`site-row-${row}`}
      className="list__row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-active={isActive}
      data-hovered={isHovered}
      style={{ transform: `translateY(${offsetPx}px)` }}
      onClick={onOpen}
      onPointerEnter={() => hoverRow(row)}
      onPointerLeave={() => hoverRow(null)}
    >
      <Cell className="rank num">{rank}</Cell>
      <Cell>
        <RankChange places={(presetRank ?? rank) - rank} />
      </Cell>
      <Cell className="site-name">
        <SiteGlyph verdict={verdict} kind={categoryAt(columns, 'kind', row)} isUnproven={isUnproven} />
        <div className="site-name__texts">
          <div className="site-name__name" title={columns.names[row]}>
            {columns.names[row]}
          </div>
          <div className="site-name__place">
            <span className="site-name__verdict">
              {SHORT_VERDICT_LABELS[verdict]}
              <UnsureMark row={row} />
              {' · '}
            </span>
            {place === '' ? 'Place unknown' : place}
          </div>
        </div>
        <CommentBadge siteId={columns.ids[row] ?? ''} />
      </Cell>
      <Cell>
        <VerdictChip verdict={verdict} />
        <UnsureMark row={row} />
      </Cell>
      <Cell className="cell-end num">
        <span className="mw" data-unproven={isUnproven} title={isUnproven ? 'A claim without evidence' : undefined}>
          {Number.isNaN(mw) ? '–' : formatNumber(mw)}
        </span>
      </Cell>
      <Cell>
        <ScoreBar score={ranking.score[row] ?? 0} scoreAtBest={ranking.scoreAtBest[row] ?? 0} />
      </Cell>
      <Cell className="cell-end num">{Number.isNaN(value) ? '–' : formatNumber(value / 1e6, 2)}</Cell>
    </div>
  )
}

function Cell({ className, children }: { readonly className?: string; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
    <div role="gridcell" className={className}>
      {children}
    </div>
  )
}

function RankChange({ places }: { readonly places: number }) {
  if (places === 0) return null
  return (
    <span className="rank-change num" data-up={places > 0}>
      {places > 0 ? `▲${places}` : `▼${-places}`}
    </span>
  )
}
