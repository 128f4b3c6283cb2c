// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be virtualised row by row, so a grid is spelled out in roles.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { SortKey } from '../list/sort-rows.ts'
import { useApp } from '../stores/use-app.ts'

interface Column {
  readonly label: string
  readonly title: string
  readonly key?: SortKey
  /** What the column is sorted by, in a word. */
  readonly by?: string
  readonly isEnd?: boolean
}

const COLUMNS: readonly Column[] = [
  { label: '#', title: 'Rank', key: 'rank', by: 'rank', isEnd: true },
  { label: '±', title: 'Places gained or lost against the preset as published' },
  { label: 'Site', title: 'Name', key: 'name', by: 'name' },
  { label: 'Verdict', title: 'Best strategy that the gates allow' },
  {
    label: 'MW',
    title: 'Energized, else planned, else queued; italic where it is only a claim',
    key: 'mw',
    by: 'megawatts',
    isEnd: true,
  },
  { label: 'Score', title: 'Score on the ruler; hatched up to where unknown criteria could bring it', isEnd: true },
  {
    label: '$m/MW',
    title: 'Net present value of the verdict per gross megawatt',
    key: 'value',
    by: 'value',
    isEnd: true,
  },
]

export function ListHeader() {
  const sort = useApp((state) => state.sort)
  const sortBy = useApp((state) => state.sortBy)
  return (
    <div className="list__head" role="rowgroup">
      {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row. */}
      <div className="list__header" role="row" aria-rowindex={1}>
        {COLUMNS.map(({ label, title, key, by, isEnd = false }, column) => {
          const isActive = key === sort.key
          const direction = sort.descending ? 'descending' : 'ascending'
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the button inside has the focus.
            <div
              key={label}
              role="columnheader"
              aria-colindex={column + 1}
              aria-sort={isActive ? direction : key === undefined ? undefined : 'none'}
            >
              {key === undefined ? (
                <span className="list__sort" data-end={isEnd} title={title}>
                  {label}
                </span>
              ) : (
                <button
                  type="button"
                  className="list__sort plain-button"
                  data-end={isEnd}
                  data-active={isActive}
                  title={title}
                  aria-label={`${label}, sort by ${by}`}
                  onClick={() => sortBy(key)}
                  onKeyDown={(event) => event.stopPropagation()}
                >
                  {isActive && isEnd ? <SortArrow descending={sort.descending} /> : null}
                  {label}
                  {isActive && !isEnd ? <SortArrow descending={sort.descending} /> : null}
                </button>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function SortArrow({ descending }: { readonly descending: boolean }) {
  return descending ? <IconArrowDown size={11} stroke={2.2} /> : <IconArrowUp size={11} stroke={2.2} />
}
