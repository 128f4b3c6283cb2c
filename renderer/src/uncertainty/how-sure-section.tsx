import type { ReactNode } from 'react'
import { VERDICT_LABELS, VERDICTS } from '../../../shared/domain/site/strategies.ts'
import type { SiteStability } from '../../../shared/domain/uncertainty/site-stability.ts'
import { formatNumber, formatPercent, formatUsdPerMw } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { PortfolioLines } from './portfolio-lines.tsx'
import { rangeText } from './range-text.ts'
import { usePortfolio } from './use-portfolio.ts'
import { useStability } from './use-stability.ts'
import { VerdictShares } from './verdict-shares.tsx'

/** What the draws say of one site: which verdicts they give, what it is worth, where it ranks. */
export function HowSureSection({ row }: { readonly row: number }) {
  const stability = useStability(row)
  const portfolio = usePortfolio()
  return (
    <>
      {portfolio === null || row >= portfolio.count ? null : <PortfolioLines portfolio={portfolio} row={row} />}
      <section className="section" aria-label="How sure" aria-busy={stability === null}>
        <h3 className="section__title">
          {stability === null
            ? 'How sure'
            : `How sure, ${formatNumber(stability.draws)} draws${portfolio === null ? '' : ' site by site'}`}
        </h3>
        {stability === null ? <NotYet /> : <Said stability={stability} />}
        <DrawsSwitch />
      </section>
    </>
  )
}

function NotYet() {
  const done = useApp((state) => state.uncertaintyDone)
  const hasFailed = useApp((state) => state.uncertaintyFailed)
  const isDrawing = useApp((state) => state.isDrawing)
  const isAsked = useApp((state) => state.drawsByThemselves)
  const drawNow = useApp((state) => state.drawNow)
  if (!hasFailed && !isAsked && !isDrawing)
    return (
      <p className="sure__note">
        <button type="button" className="plain-button link" onClick={drawNow}>
          Work out how sure
        </button>
      </p>
    )
  if (!hasFailed) return <p className="sure__note">{`Drawing markets, delays and costs, ${formatPercent(done)}.`}</p>
  return (
    <p className="sure__note">
      How sure the verdict is could not be worked out.{' '}
      <button type="button" className="plain-button link" onClick={drawNow}>
        Try again
      </button>
    </p>
  )
}

/** Drawing takes some seconds of the processor for every change: on a battery it may wait to be asked. */
function DrawsSwitch() {
  const isOn = useApp((state) => state.drawsByThemselves)
  const setOn = useApp((state) => state.setDrawsByThemselves)
  return (
    <label className="sure__switch">
      <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.currentTarget.checked)} />
      Work this out after every change
    </label>
  )
}

function Said({ stability }: { readonly stability: SiteStability }) {
  const verdicts = VERDICTS.map((verdict) => ({ verdict, share: stability.verdictShare[verdict] }))
  const { value, rank, isFirst, firstPlaceError, isInTopTen, powerComes, notSeparable } = stability
  return (
    <>
      <VerdictShares shares={verdicts} />
      <dl className="sure">
        <Line label="Verdict">
          {verdicts
            .filter(({ share }) => share >= 0.005)
            .sort((a, b) => b.share - a.share)
            .map(({ verdict, share }) => `${VERDICT_LABELS[verdict]} ${formatPercent(share)}`)
            .join(' · ')}
        </Line>
        <Line label="Value, P50">
          {`${formatUsdPerMw(value.p50)}, from ${formatUsdPerMw(value.p10)} to ${formatUsdPerMw(value.p90)}`}
        </Line>
        <Line label="Rank, P50">
          {`${formatNumber(rank.p50)} (${rangeText(rank.p10, rank.p90)}), first in ${formatPercent(isFirst)}, top ten in ${formatPercent(isInTopTen)}`}
        </Line>
        {powerComes < 1 ? <Line label="Power comes">{`in ${formatPercent(powerComes)} of draws`}</Line> : null}
        {notSeparable.length > 0 ? (
          <Line label="Not separable">
            {`from ${notSeparable.map((other) => `#${formatNumber(other.rank)} ${other.name}`).join(' and ')}`}
          </Line>
        ) : null}
      </dl>
      <p className="sure__note">
        Ranges are P10 to P90. A draw moves Bitcoin, difficulty, GPU-hour, rent, power prices and overruns together, and
        this site’s delay, upgrade cost, tenant and whether its power comes. Shares of first places are known to within{' '}
        {formatNumber(100 * firstPlaceError, 1)} points (standard error).
      </p>
    </>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="sure__line">
      <dt>{label}</dt>
      <dd className="num">{children}</dd>
    </div>
  )
}
