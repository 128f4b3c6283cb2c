import { useEffect, useState } from 'react'
import type { CurtailmentReport } from '../../../shared/contract/prices.ts'
import { formatNumber, formatUsd } from '../../../shared/format/format-quantity.ts'
import type { NodePrices } from '../stores/price-slice.ts'
import { useAppStore } from '../stores/use-app.ts'
import { DurationChart } from './duration-chart.tsx'

const HIGHEST_STRIKE = 500
/** Minutes that are offered for the least time off. */
const DOWN_TIMES = [0, 15, 60, 240]

/** A load that stops above a strike price, run through the real hours of a node. */
export function CurtailmentPart({ prices }: { readonly prices: NodePrices }) {
  const store = useAppStore()
  const { nodeId } = prices.node
  const [strike, setStrike] = useState(() => startingStrike(prices))
  const [minimumDownMinutes, setDown] = useState(0)
  const [found, setFound] = useState<CurtailmentReport | null>(null)
  useEffect(() => {
    let isGone = false
    const rule = { strikeUsdPerMwh: strike, responseMinutes: 0, minimumDownMinutes, minimumRunMinutes: 0 }
    void store
      .getState()
      .simulatePrices(nodeId, rule)
      .then((report) => {
        if (!isGone) setFound(report)
      })
    return () => {
      isGone = true
    }
  }, [store, nodeId, strike, minimumDownMinutes])
  return (
    <figure className="prices__figure">
      <DurationChart prices={prices.statistics.durationCurve} strikeUsdPerMwh={strike} />
      <label className="prices__control">
        <span>Stop above</span>
        <input
          className="range"
          type="range"
          min={0}
          max={HIGHEST_STRIKE}
          step={1}
          value={strike}
          aria-valuetext={`${formatUsd(strike)} per MWh`}
          style={{ '--share': `${(strike / HIGHEST_STRIKE) * 100}%` } as React.CSSProperties}
          onChange={(event) => setStrike(event.currentTarget.valueAsNumber)}
        />
        <span className="num">{`${formatUsd(strike)}/MWh`}</span>
      </label>
      <label className="prices__control">
        <span>Then off for at least</span>
        <select
          className="waterfall__select"
          value={minimumDownMinutes}
          onChange={(event) => setDown(Number(event.currentTarget.value))}
        >
          {DOWN_TIMES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes < 60 ? `${minutes} minutes` : `${minutes / 60} h`}
            </option>
          ))}
        </select>
      </label>
      {found === null ? null : <figcaption className="prices__reading">{readingOf(found, strike)}</figcaption>}
    </figure>
  )
}

/** Where one hour in twenty is dearer. */
function startingStrike({ statistics }: NodePrices): number {
  const price = statistics.percentiles.find(({ percent }) => percent === 95)?.usdPerMwh ?? 100
  return Math.min(HIGHEST_STRIKE, Math.max(0, Math.round(price)))
}

function readingOf(found: CurtailmentReport, strike: number): string {
  const mining =
    found.effectiveUsdPerMwh === null
      ? 'A mine that stops above it never runs.'
      : `A mine that stops above it runs ${(found.uptime * 100).toFixed(1)}% of the hours and pays ${formatUsd(found.effectiveUsdPerMwh, 2)}/MWh.`
  const hours = formatNumber(Math.round(found.hoursAboveStrike))
  return `${mining} Computers under a lease take every hour and pay ${formatUsd(found.firmUsdPerMwh, 2)}/MWh; ${hours} of their hours cost more than ${formatUsd(strike)}, and if they had to stop too, ${formatNumber(Math.round(found.unservedHours))} hours would be without power.`
}
