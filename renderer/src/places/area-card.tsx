import { IconFilter, IconFocusCentered, IconX } from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import '../styles/places.css'
import type { CountyOperator } from '../../../shared/map/areas/area-operators.ts'
import type { MapArea } from '../../../shared/map/areas/area-set.ts'
import { areaTitle } from '../../../shared/map/areas/area-title.ts'
import { operatorText } from '../../../shared/map/areas/operator-colors.ts'
import type { MapSectionProps } from '../layers/layers-section.tsx'
import { prefersStillness } from '../map/home-view.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { areaFacts } from './area-facts.ts'
import { AREA_CARD_ID, useAreaPick } from './use-area-pick.ts'
import { useCountyOperators, useGroundLayers } from './use-ground-layers.ts'

const KM2_PER_MI2 = 2.589_988_110_336

/** Counties and states on the map: shades of their grid operators, and a card of the one that was clicked. */
export function AreasOnMap(props: MapSectionProps) {
  useAreaPick(props.map)
  useGroundLayers(props)
  const picked = useApp((state) => state.pickedArea)
  return picked ? <AreaCard map={props.map} area={picked} /> : null
}

function AreaCard({ map, area }: { readonly map: LeafletMap; readonly area: MapArea }) {
  const columns = useApp((state) => state.columns)
  const ranking = useApp((state) => state.ranking)
  const queue = useApp((state) => state.queueByCounty)
  const areas = useApp((state) => state.areas)
  const pickArea = useApp((state) => state.pickArea)
  const selectSite = useApp((state) => state.selectSite)
  const filterToArea = useApp((state) => state.filterToArea)
  const operators = useCountyOperators()
  const facts = useMemo(
    () => (columns && ranking && ranking.count === columns.count ? areaFacts(area, columns, ranking, queue) : null),
    [area, columns, ranking, queue],
  )
  const close = () => {
    pickArea(null)
    map.getContainer().focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  const [best] = facts?.rows ?? []
  const title = areaTitle(area)
  const state = area.kind === 'county' ? (areas?.state(area.fips.slice(0, 2)) ?? null) : null
  const [west, south, east, north] = area.box
  return (
    <section id={AREA_CARD_ID} className="area-card" aria-label={title} tabIndex={-1} onKeyDown={onKeyDown}>
      <header className="area-card__head">
        <h3 className="area-card__title">{title}</h3>
        {east - west < 180 ? (
          <IconButton
            label={`Zoom to ${title}`}
            onClick={() =>
              map.fitBounds(
                [
                  [south, west],
                  [north, east],
                ],
                { animate: !prefersStillness(), padding: [24, 24] },
              )
            }
          >
            <IconFocusCentered size={16} stroke={1.7} />
          </IconButton>
        ) : null}
        <IconButton label="Close the card" onClick={close}>
          <IconX size={16} stroke={1.7} />
        </IconButton>
      </header>
      <dl className="area-card__facts">
        {state ? (
          <Fact name="State">
            <button type="button" className="area-card__link" onClick={() => pickArea(state)}>
              {state.name}
            </button>
          </Fact>
        ) : null}
        <Fact name="FIPS">{area.fips}</Fact>
        <Fact name="Area" hint="On the ellipsoid, of the 1:10 million outline; large waters are left out">
          {whole(area.km2 / KM2_PER_MI2)} mi² · {whole(area.km2)} km²
        </Fact>
        <Fact name="Grid operator">{operatorOf(area, operators)}</Fact>
        <Fact name="Sites">{facts ? sitesText(facts.rows.length, facts.mw, facts.rowsWithoutMw) : '…'}</Fact>
        {best !== undefined && columns ? (
          <Fact name="Best">
            <button
              type="button"
              className="area-card__link"
              onClick={() => selectSite(columns.ids[best] ?? null, 'list')}
            >
              {columns.names[best]}
            </button>{' '}
            <span className="area-card__rank">rank {ranking?.rank[best]}</span>
          </Fact>
        ) : null}
        <Fact name="Queue">{queueText(facts?.queue ?? null)}</Fact>
      </dl>
      {facts && facts.rows.length > 0 && columns ? (
        <button
          type="button"
          className="area-card__filter"
          onClick={() => filterToArea({ title, siteIds: new Set(facts.rows.map((row) => columns.ids[row] ?? '')) })}
        >
          <IconFilter size={14} stroke={1.8} aria-hidden />
          List only {area.kind === 'county' ? "this county's" : "this state's"} sites
        </button>
      ) : null}
    </section>
  )
}

function Fact({
  name,
  hint,
  children,
}: {
  readonly name: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <>
      <dt title={hint}>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function operatorOf(area: MapArea, operators: ReadonlyMap<string, CountyOperator>): string {
  if (area.kind === 'state') {
    const named = new Set<string>()
    for (const [fips, { operator }] of operators) if (fips.startsWith(area.fips)) named.add(operatorText(operator))
    return named.size === 0 ? 'Not known from sites or queues' : [...named].sort().join(', ')
  }
  const known = operators.get(area.fips)
  if (!known) return 'Not known from sites or queues'
  const basis = known.basis === 'county' ? 'by what lies here' : 'as elsewhere in the state'
  const others = known.others.length === 0 ? '' : `; also ${known.others.map(operatorText).join(', ')}`
  return `${operatorText(known.operator)} (${basis}${others})`
}

function sitesText(count: number, mw: number, withoutMw: number): string {
  if (count === 0) return 'None'
  const unknown = withoutMw === 0 ? '' : `, ${withoutMw} without MW`
  return `${whole(count)} · ${whole(mw)} MW${unknown}`
}

function queueText(queue: { open: number; generationMw: number; loadMw: number } | null): string {
  if (!queue) return 'No queue imported'
  if (queue.open === 0) return 'No open request'
  const parts = [
    queue.generationMw > 0 ? `${whole(queue.generationMw)} MW generation` : '',
    queue.loadMw > 0 ? `${whole(queue.loadMw)} MW load` : '',
  ].filter((part) => part !== '')
  return [`${whole(queue.open)} open`, ...parts].join(' · ')
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}
