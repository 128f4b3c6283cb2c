import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { weighedCriteria } from '../../../shared/domain/ranking/site-utilities.ts'
import type { StabilityRequest, WeightDoubt, WeightStability } from '../../../shared/domain/ranking/weight-stability.ts'
import { formatNumber, formatPercent } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { useShortlist } from './use-shortlist.ts'
import { useWeightStability } from './use-weight-stability.ts'

const DRAWS = 10_000

const DOUBTS: Readonly<Record<WeightDoubt, string>> = {
  half: 'Each weight may be half as much again, or half as little',
  any: 'Nothing is known of the weights',
}

/** How often each site of the shortlist comes first when the weights are in doubt. */
export function StabilityTab() {
  const shortlist = useShortlist()
  const ruler = useApp((state) => state.ranking?.ruler ?? state.ruler)
  const [doubt, setDoubt] = useState<WeightDoubt>('half')
  const criteria = weighedCriteria(ruler)
  const request = useMemo<StabilityRequest>(
    () => ({
      siteIds: shortlist.map(({ id }) => id),
      low: shortlist.map(({ utilities }) => utilities.low),
      high: shortlist.map(({ utilities }) => utilities.high),
      weights: weighedCriteria(ruler).map(({ weight }) => weight),
      doubt,
      draws: DRAWS,
    }),
    [shortlist, ruler, doubt],
  )
  const answer = useWeightStability(request)
  if (shortlist.length === 0) return <p className="empty">No site is in the list, so there is no order to doubt.</p>
  const sites = answer.state === 'done' ? answer.sites : []
  return (
    <div className="shortlist">
      <div className="shortlist__head">
        <NativeSelect
          size="xs"
          label="What is in doubt"
          value={doubt}
          data={Object.entries(DOUBTS).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setDoubt(event.currentTarget.value as WeightDoubt)}
        />
        <p className="shortlist__says" role="status">
          {answer.state === 'working'
            ? `Trying ${formatNumber(DRAWS)} sets of weights…`
            : answer.state === 'failed'
              ? 'The sets of weights could not be tried; close the dialog and open it again.'
              : summary(
                  shortlist.map(({ name }) => name),
                  sites,
                )}
        </p>
      </div>
      <table className="grid-table">
        <thead>
          <tr>
            <th>Site</th>
            <th className="cell-end">First</th>
            <th className="cell-end">Top 10</th>
            <th>Places it takes</th>
            <th>Could be first</th>
            <th className="cell-end">Confidence</th>
            <th>First if these weigh most</th>
          </tr>
        </thead>
        <tbody>
          {shortlist.map(({ id, name }, index) => {
            const site = sites[index]
            return (
              <tr key={id}>
                <td>{name}</td>
                <td className="cell-end num">{site ? share(site.first) : '…'}</td>
                <td className="cell-end num">{site ? share(site.topTen) : '…'}</td>
                <td>{site ? <RankStrip ranks={site.ranks} /> : null}</td>
                <td>{site ? (site.couldBeFirst ? 'yes' : 'no') : ''}</td>
                <td className="cell-end num">{site ? confidence(site.confidence) : ''}</td>
                <td className="muted">{site ? heaviest(site.centralWeights, criteria) : ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="shortlist__foot">
        Unknowns are drawn between their worst and their best. “Could be first” holds the ruler’s own weights and asks
        whether a site’s unknowns at their best reach what the leader has for certain. Confidence: how probably the site
        is first at the weights that suit it best.
      </p>
    </div>
  )
}

function summary(names: readonly string[], sites: readonly WeightStability[]): string {
  const leader = sites.reduce((best, site, index) => (site.first > (sites[best]?.first ?? 0) ? index : best), 0)
  const ever = sites.filter(({ first }) => first > 0).length
  const could = sites.filter(({ couldBeFirst }) => couldBeFirst).length
  return `${names[leader] ?? ''} comes first in ${share(sites[leader]?.first ?? 0)} of the sets of weights; ${ever} of ${sites.length} sites come first in some, and ${could} could still be first once their unknowns are known.`
}

function share(value: number): string {
  return value > 0 && value < 0.005 ? '<1%' : formatPercent(value)
}

function confidence(value: number | null): string {
  return value === null ? 'n/a' : share(value)
}

/** The criteria that stand out in the middle of the weights that put a site first. */
function heaviest(weights: readonly number[] | null, criteria: readonly { label: string; weight: number }[]): string {
  if (weights === null) return 'no weights do'
  return criteria
    .map(({ label, weight }, index) => ({ label, gain: (weights[index] ?? 0) / weight, weight: weights[index] ?? 0 }))
    .sort((one, other) => other.gain - one.gain)
    .slice(0, 2)
    .map(({ label, weight }) => `${label} ${formatPercent(weight)}`)
    .join(', ')
}

const STRIP_WIDTH = 150
const STRIP_HEIGHT = 16

/** Share of the weights at each place of the shortlist, first on the left. */
function RankStrip({ ranks }: { readonly ranks: readonly number[] }) {
  const step = STRIP_WIDTH / Math.max(1, ranks.length)
  const most = Math.max(...ranks, 1e-9)
  return (
    <svg className="rank-strip" width={STRIP_WIDTH} height={STRIP_HEIGHT} role="img" aria-label={placesText(ranks)}>
      {ranks.map((value, index) => {
        const height = value === 0 ? 0 : Math.max(1, STRIP_HEIGHT * (value / most))
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
            key={index}
            x={index * step}
            y={STRIP_HEIGHT - height}
            width={Math.max(1, step - 1)}
            height={height}
          />
        )
      })}
    </svg>
  )
}

function placesText(ranks: readonly number[]): string {
  const taken = ranks.flatMap((value, index) => (value >= 0.005 ? [index + 1] : []))
  return taken.length === 0 ? 'No place' : `Places ${taken[0]} to ${taken.at(-1)}`
}
