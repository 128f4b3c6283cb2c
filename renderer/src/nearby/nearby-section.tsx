import { useEffect, useRef, useState } from 'react'
import type { NearbyFigure, NearbyOfSite } from '../../../shared/contract/nearby.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { NEARBY_TARGET_DEFS } from '../../../shared/domain/nearby/nearby-target.ts'
import { shownFigures } from '../../../shared/domain/nearby/shown-figures.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import '../styles/nearby.css'
import { FillForm } from './fill-form.tsx'
import { IMPORT_HINTS } from './import-hints.ts'
import { LayerRoles } from './layer-roles.tsx'
import { NearbyRow } from './nearby-row.tsx'

const keyOf = ({ target, voltageClass }: NearbyFigure) => `${target} ${voltageClass}`

/** What lies nearest to the site, each with its line on the map and the field that it can fill. */
export function NearbySection({ detail }: { readonly detail: SiteDetail }) {
  const store = useAppStore()
  const radiusMi = useApp((state) => state.scenario.assumptions.nearbyRadiusMi)
  const routeFactor = useApp((state) => state.scenario.assumptions.routeFactor)
  const layers = useApp((state) => state.layers)
  const [near, setNear] = useState<NearbyOfSite | null>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const [pinned, setPinned] = useState<ReadonlySet<string>>(new Set())
  const fits = useRef(0)

  // An edit, an undo or an import brings the detail or the layers anew, and what lies near with them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the assumptions and layers decide what is found.
  useEffect(() => {
    let isGone = false
    void store
      .getState()
      .readNearby(detail.siteId)
      .then((read) => {
        if (!isGone) setNear(read)
      })
    return () => {
      isGone = true
    }
  }, [store, detail, layers, radiusMi, routeFactor])

  useEffect(() => {
    const figures = near?.figures.filter((each) => pinned.has(keyOf(each)) || keyOf(each) === hovered) ?? []
    const from = near?.position ?? null
    store
      .getState()
      .showNearbyLines(from === null || figures.length === 0 ? null : { from, figures, fitToken: fits.current })
  }, [store, near, hovered, pinned])
  useEffect(() => () => store.getState().showNearbyLines(null), [store])

  if (near === null) return null
  const pin = (key: string) => {
    const next = new Set(pinned)
    if (!next.delete(key)) {
      next.add(key)
      fits.current += 1
    }
    setPinned(next)
  }
  const missing = near.withoutSource.filter((target) => target !== 'data_center')
  return (
    <section className="section" aria-label="Near this site">
      <h3 className="section__title">Near this site</h3>
      {near.position === null ? (
        <p className="muted">The position of this site is unknown: add it under Attributes, and distances follow.</p>
      ) : null}
      {near.precision === 'town' || near.precision === 'county' ? (
        <p className="near-warning">
          {`The site is placed at its ${near.precision}; distances from there say little about the site itself.`}
        </p>
      ) : null}
      <ul className="near-list">
        {shownFigures(near.figures).map((figure) => {
          const key = keyOf(figure)
          return (
            <NearbyRow
              key={key}
              figure={figure}
              isPinned={pinned.has(key)}
              attribute={detail.attributes.find(({ field }) => field === figure.fills?.field)}
              onHover={(isHovered) => setHovered((former) => (isHovered ? key : former === key ? null : former))}
              onPin={() => pin(key)}
              onUse={(basis) => void store.getState().takeNearbyFigure(detail.siteId, figure, basis)}
            />
          )
        })}
      </ul>
      {near.notWithin.length === 0 ? null : (
        <p className="muted">
          {`None within ${formatNumber(near.radiusMi)} mi: ${near.notWithin.map((target) => NEARBY_TARGET_DEFS[target].label.toLowerCase()).join(', ')}.`}
        </p>
      )}
      {missing.length === 0 ? null : (
        <details className="near-more">
          <summary>{`No layer in the catalog for ${missing.length} ${missing.length === 1 ? 'kind' : 'kinds'}`}</summary>
          <dl className="near-missing">
            {missing.map((target) => (
              <div key={target}>
                <dt>{NEARBY_TARGET_DEFS[target].label}</dt>
                <dd>{`Import ${IMPORT_HINTS[target]}`}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <LayerRoles />
      <FillForm />
      <p className="near-foot">
        {`On the WGS 84 ellipsoid, to the nearest point of a line or an area; not a survey. A route is ${formatNumber(routeFactor, 2)} times the straight line.`}
      </p>
    </section>
  )
}
