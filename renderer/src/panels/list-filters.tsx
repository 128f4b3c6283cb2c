import { Button, Popover } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { type CategoryColumn, categoryAt } from '../../../shared/columns/site-columns.ts'
import { VERDICT_LABELS, VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { KIND_LABELS } from '../../../shared/map/kind-shapes.ts'
import { filterCount, type SiteFilters } from '../list/filter-rows.ts'
import { useApp } from '../stores/use-app.ts'
import { FilterChips } from '../ui/filter-chips.tsx'
import { SHORT_VERDICT_LABELS } from '../ui/labels.ts'

/** How many sites are shown, and what holds the others back. */
export function ListFilters() {
  const total = useApp((state) => state.columns?.count ?? 0)
  const shown = useApp((state) => state.listRows.length)
  const filters = useApp((state) => state.filters)
  const setFilters = useApp((state) => state.setFilters)
  const clearFilters = useApp((state) => state.clearFilters)
  const areaFilter = useApp((state) => state.areaFilter)
  const filterToArea = useApp((state) => state.filterToArea)
  const isFiltered = useApp(
    (state) => state.searchText !== '' || filterCount(state.filters) > 0 || state.areaFilter !== null,
  )
  const count = filterCount(filters)
  return (
    <div className="list__tools">
      <span className="list__count num" role="status">
        <strong>{shown}</strong> <span className="muted">of {total}</span>
      </span>
      {isFiltered ? (
        <Button size="compact-xs" variant="subtle" onClick={clearFilters}>
          Clear
        </Button>
      ) : null}
      {areaFilter ? (
        <button
          type="button"
          className="chip chip--area"
          data-on
          title={`The list holds the sites in ${areaFilter.title} alone; click to hold all`}
          aria-label={`Only ${areaFilter.title}; show all`}
          onClick={() => filterToArea(null)}
        >
          <span>{areaFilter.title}</span>
          <IconX size={13} stroke={1.8} aria-hidden />
        </button>
      ) : null}
      <button
        type="button"
        className="chip"
        data-on={filters.evidencedOnly}
        aria-pressed={filters.evidencedOnly}
        onClick={() => setFilters({ ...filters, evidencedOnly: !filters.evidencedOnly })}
      >
        Evidenced only
      </button>
      <Popover position="bottom-end" shadow="md" trapFocus>
        <Popover.Target>
          <button type="button" className="chip" data-on={count > (filters.evidencedOnly ? 1 : 0)}>
            <IconFilter size={14} stroke={1.8} />
            {count === 0 ? 'Filter' : `Filter · ${count}`}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterGroups filters={filters} onChange={setFilters} />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

interface FilterGroupsProps {
  readonly filters: SiteFilters
  onChange(filters: SiteFilters): void
}

function FilterGroups({ filters, onChange }: FilterGroupsProps) {
  const kinds = useLabels('kind')
  const states = useLabels('state')
  const gridOperators = useLabels('gridOperator')
  return (
    <div className="filters scroll">
      <FilterChips
        title="Verdict"
        options={VERDICTS}
        chosen={filters.verdicts}
        labelOf={(verdict) => (verdict === 'none' ? VERDICT_LABELS.none : SHORT_VERDICT_LABELS[verdict])}
        onChange={(verdicts) => onChange({ ...filters, verdicts })}
      />
      <FilterChips
        title="Kind"
        options={kinds}
        chosen={filters.kinds}
        labelOf={(kind) => (Object.hasOwn(KIND_LABELS, kind) ? KIND_LABELS[kind as keyof typeof KIND_LABELS] : kind)}
        onChange={(wanted) => onChange({ ...filters, kinds: wanted })}
      />
      <FilterChips
        title="Grid operator"
        options={gridOperators}
        chosen={filters.gridOperators}
        labelOf={(label) => label}
        onChange={(wanted) => onChange({ ...filters, gridOperators: wanted })}
      />
      <FilterChips
        title="State or region"
        options={states}
        chosen={filters.states}
        labelOf={(label) => label}
        onChange={(wanted) => onChange({ ...filters, states: wanted })}
      />
    </div>
  )
}

/** The labels that some site has, in the order of the alphabet. */
function useLabels(column: CategoryColumn): readonly string[] {
  const columns = useApp((state) => state.columns)
  if (columns === null) return []
  const used = new Set<string>()
  for (let row = 0; row < columns.count; row++) used.add(categoryAt(columns, column, row))
  used.delete('')
  return [...used].sort((a, b) => a.localeCompare(b, 'en'))
}
