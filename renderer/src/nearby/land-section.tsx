import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { LandOptions, SavedLand } from '../../../shared/contract/land.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import { formatNumber, formatPercent } from '../../../shared/format/format-quantity.ts'
import { netAcres } from '../stores/land-slice.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import '../styles/nearby.css'
import '../styles/queue.css'
import { LandForm } from './land-form.tsx'

/** How much of the land can be built on: a parcel less setback and exclusions, with the result on the map. */
export function LandSection({ detail }: { readonly detail: SiteDetail }) {
  const store = useAppStore()
  const layers = useApp((state) => state.layers)
  const [options, setOptions] = useState<LandOptions | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawing, importing and undoing bring the detail or the layers anew.
  useEffect(() => {
    let isGone = false
    void store
      .getState()
      .readLandOptions(detail.siteId)
      .then((read) => {
        if (!isGone) setOptions(read)
      })
    return () => {
      isGone = true
    }
  }, [store, detail, layers])
  const net = options?.saved?.result.net ?? null
  useEffect(() => store.getState().showLand(net), [store, net])
  useEffect(() => () => store.getState().showLand(null), [store])
  if (options === null) return null
  const { saved } = options
  const shapes = [...options.parcels.map(({ label }) => label), ...options.drawn.map(({ label }) => label)].join()
  return (
    <section className="section" aria-label="Buildable land">
      <h3 className="section__title">Buildable land</h3>
      {saved === null ? (
        <p className="muted">
          A parcel less its setback and what cannot be built on. Draw the parcel on the map, import parcels, or start
          from a circle.
        </p>
      ) : (
        <Result saved={saved} detail={detail} />
      )}
      <details className="near-more" open={saved === null}>
        <summary>{saved === null ? 'What it is measured from' : 'Change what it is measured from'}</summary>
        <LandForm
          key={`${shapes} ${options.layers.length} ${saved?.savedAt ?? 0}`}
          options={options}
          onMeasure={async (request) => void (await store.getState().saveLand(detail.siteId, request))}
        />
      </details>
    </section>
  )
}

function Result({ saved, detail }: { readonly saved: SavedLand; readonly detail: SiteDetail }) {
  const store = useAppStore()
  const { result, request, author, savedAt, stale } = saved
  const acres = netAcres(result.netAcres)
  const field = detail.attributes.find((each) => each.field === 'buildableAcres')
  const isUsed = field?.value === acres
  const left = result.exclusions.filter(({ acres: each }) => each > 0)
  const rows = [
    ...(request.setbackFt > 0
      ? [{ label: `Setback of ${formatNumber(request.setbackFt)} ft`, ...result.setback }]
      : []),
    ...left.map(({ label, bufferFt, ...share }) => ({
      label: bufferFt > 0 ? `${label}, ${formatNumber(bufferFt)} ft` : label,
      ...share,
    })),
  ]
  const idle = result.exclusions.length - left.length
  return (
    <>
      <p className="land-net">
        <span className="num">{`${acresText(result.netAcres)} acres`}</span>
        {` of ${acresText(result.grossAcres)} can be built on, ${formatPercent(result.netAcres / result.grossAcres)}.`}
      </p>
      {stale.length === 0 ? null : (
        <p className="near-warning" role="status">{`Out of date: ${stale.join('; ')}. Measure again.`}</p>
      )}
      {result.warnings.map((warning) => (
        <p className="near-warning" key={warning}>
          {warning}
        </p>
      ))}
      <table className="queue-table">
        <thead>
          <tr>
            <th scope="col">{result.parcels.join(', ')}</th>
            <th scope="col">Acres</th>
            <th scope="col">By it alone</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Gross</th>
            <td>{acresText(result.grossAcres)}</td>
            <td />
          </tr>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{`−${acresText(row.acres)}`}</td>
              <td>{`−${acresText(row.aloneAcres)}`}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Net</th>
            <td>{acresText(result.netAcres)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <p className="near-foot">
        {`Overlaps count once. ${idle === 0 ? '' : `${idle === 1 ? 'One exclusion does' : `${idle} exclusions do`} not touch the land. `}Measured by ${author} on ${formatDate(new Date(savedAt).toISOString().slice(0, 10))}, on the ellipsoid; not a survey.`}
      </p>
      <div className="land-use">
        {isUsed ? (
          <span className="muted">In use as the buildable land of the site.</span>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void store.getState().takeLand(detail.siteId, saved)}
          >
            {field === undefined || field.value === null
              ? `Use ${formatNumber(acres, 1)} acres as buildable land`
              : `Replace ${String(field.value)} with ${formatNumber(acres, 1)} acres of buildable land`}
          </Button>
        )}
        {result.net.length === 0 ? null : (
          <Button size="compact-sm" variant="subtle" onClick={() => store.getState().focusLand()}>
            Show on the map
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => void store.getState().removeLand(detail.siteId)}
        >
          Remove
        </Button>
      </div>
    </>
  )
}

function acresText(acres: number): string {
  return formatNumber(acres, acres < 1_000 ? 1 : 0)
}
