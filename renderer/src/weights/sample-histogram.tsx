import type { CriterionSample } from '../../../shared/domain/ranking/criterion-samples.ts'
import type { Criterion } from '../../../shared/domain/ranking/ruler.ts'
import { formatPercent } from '../../../shared/format/format-quantity.ts'

const BINS = 28
const WIDTH = 224
const HEIGHT = 26
/** Room that is shown on either side of the bounds, as a share of their distance. */
const MARGIN = 0.25

export interface SampleHistogramProps {
  readonly criterion: Criterion
  readonly sample: CriterionSample | null
}

/** How the catalog's sites lie on a criterion, worst on the left; what lies outside is counted at the ends. */
export function SampleHistogram({ criterion, sample }: SampleHistogramProps) {
  const bins = new Uint32Array(BINS)
  for (const value of sample?.values ?? []) {
    const share = (shareOf(criterion, value) + MARGIN) / (1 + 2 * MARGIN)
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  const most = Math.max(1, ...bins)
  const unknown = sample?.unknownShare ?? 1
  const from = (WIDTH * MARGIN) / (1 + 2 * MARGIN)
  const step = WIDTH / BINS
  return (
    <div className="histogram">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="histogram__chart"
        role="img"
        aria-label={`Sites of the catalog on ${criterion.label}`}
      >
        <rect className="histogram__bounds" x={from} y={0} width={WIDTH - 2 * from} height={HEIGHT} />
        {[...bins].map((count, index) => {
          const height = count === 0 ? 0 : Math.max(1.5, (HEIGHT - 2) * Math.sqrt(count / most))
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
              key={index}
              className="histogram__bar"
              x={index * step + 0.5}
              y={HEIGHT - height}
              width={step - 1}
              height={height}
            />
          )
        })}
      </svg>
      <span className="histogram__note">
        {unknown >= 1 ? 'no site tells' : unknown < 0.005 ? '' : `${formatPercent(unknown)} unknown`}
      </span>
    </div>
  )
}

/** 0 at the worst bound, 1 at the best, beyond them outside. */
function shareOf({ worst, best, scale }: Criterion, value: number): number {
  if (worst === best) return 0.5
  const share =
    scale === 'log'
      ? Math.log(Math.max(value, 1e-9) / worst) / Math.log(best / worst)
      : (value - worst) / (best - worst)
  return Number.isFinite(share) ? share : 0
}
