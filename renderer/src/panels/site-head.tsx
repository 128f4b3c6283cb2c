import { Button, CloseButton } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { categoryAt, type SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import type { SiteExplanation } from '../../../shared/domain/ranking/site-explanation.ts'
import { formatMw, formatNumber, formatUsd } from '../../../shared/format/format-quantity.ts'
import { KIND_LABELS } from '../../../shared/map/kind-shapes.ts'
import { useApp } from '../stores/use-app.ts'
import { Figure } from '../ui/figure.tsx'
import { VerdictChip } from '../ui/verdict-chip.tsx'
import { StabilityBadge } from '../uncertainty/stability-badge.tsx'

export interface SiteHeadProps {
  readonly columns: SiteColumns
  readonly row: number
  readonly ranking: Ranking
  readonly explanation: SiteExplanation
  readonly detail: SiteDetail | null
}

/** Name, verdict and the four figures that a deal team asks for first. */
export function SiteHead({ columns, row, ranking, explanation, detail }: SiteHeadProps) {
  const selectSite = useApp((state) => state.selectSite)
  const makeMemo = useApp((state) => state.makeMemo)
  const siteId = columns.ids[row] ?? ''
  const { mw, powerPrice } = explanation
  const kind = categoryAt(columns, 'kind', row)
  return (
    <header className="panel__head">
      <div className="panel__title-line">
        <h2 className="panel__title">{columns.names[row]}</h2>
        <Button
          size="compact-sm"
          leftSection={<IconFileTypePdf size={15} stroke={1.7} />}
          onClick={() => void makeMemo(siteId)}
        >
          Memo
        </Button>
        <CloseButton aria-label="Close the site" onClick={() => selectSite(null, 'list')} />
      </div>
      <p className="panel__place">
        {[
          kind in KIND_LABELS ? KIND_LABELS[kind as keyof typeof KIND_LABELS] : kind,
          ...placeOf(detail, columns, row),
          operatorOf(detail),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="verdict-line">
        <VerdictChip verdict={explanation.verdict} isLarge />
        <StabilityBadge row={row} verdict={explanation.verdict} />
      </div>
      <div className="figures">
        <Figure
          label="Rank"
          value={`${explanation.rank}`}
          note={`of ${formatNumber(columns.count)}`}
          steps={[
            {
              label: 'Rank',
              value: `${explanation.rank} of ${formatNumber(columns.count)}`,
              formula: 'Sites in the order of their verdict and value under this scenario; see Verdict for each part.',
              source: 'This catalog and scenario',
            },
          ]}
        />
        <Figure
          label="Score"
          value={explanation.score.toFixed(0)}
          note={
            explanation.scoreAtBest - explanation.score < 0.5
              ? 'all criteria known'
              : `up to ${explanation.scoreAtBest.toFixed(0)}`
          }
          steps={explanation.criteria.map((criterion) => ({
            label: criterion.label,
            value: Number.isNaN(criterion.utility)
              ? `0 of ${(criterion.weight * 100).toFixed(0)}`
              : `${(criterion.utility * criterion.weight * 100).toFixed(1)} of ${(criterion.weight * 100).toFixed(0)}`,
            formula: `${criterion.value}, on ${criterion.bounds}`,
            source: '',
          }))}
        />
        <Figure
          label="Evidenced"
          value={formatMw(mw.evidenced)}
          note={`${formatNumber(mw.claimed)} claimed`}
          steps={[
            { label: 'Evidenced', value: formatMw(mw.evidenced), formula: mw.basis, source: '' },
            {
              label: 'Claimed',
              value: formatMw(mw.claimed),
              formula: 'The largest figure that anybody names',
              source: '',
            },
            {
              label: 'Sizes the site',
              value: formatMw(ranking.mw[row] ?? Number.NaN),
              formula: 'Energized, else planned, else queued',
              source: '',
            },
          ]}
        />
        <Figure
          label="Power, $/MWh"
          value={formatUsd(powerPrice.usdPerMwh, 2)}
          note={powerPrice.isProxy ? 'proxy' : 'as known'}
          steps={[
            {
              label: 'Power price, all-in',
              value: `${formatUsd(powerPrice.usdPerMwh, 2)}/MWh`,
              formula: powerPrice.isProxy
                ? 'Proxy: no price of this site is known'
                : 'The price known of this site, with the shift of the scenario',
              source: powerPrice.source,
            },
          ]}
        />
      </div>
    </header>
  )
}

function placeOf(detail: SiteDetail | null, columns: SiteColumns, row: number): string[] {
  const text = (field: 'city' | 'county'): string => {
    const value = detail?.attributes.find((attribute) => attribute.field === field)?.value
    return typeof value === 'string' ? value : ''
  }
  const county = text('county')
  const town = text('city') || (county === '' ? '' : `${county} County`)
  const place = [town, categoryAt(columns, 'state', row)].filter(Boolean).join(', ')
  return [place, categoryAt(columns, 'gridOperator', row)]
}

function operatorOf(detail: SiteDetail | null): string {
  const value = detail?.attributes.find((attribute) => attribute.field === 'operator')?.value
  return typeof value === 'string' ? value : ''
}
