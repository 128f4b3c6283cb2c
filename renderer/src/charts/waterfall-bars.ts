import { scaleLinear } from 'd3-scale'

export interface WaterfallBar {
  /** Length of what is left for certain, and of what may be left at most. */
  readonly leastWidth: number
  readonly mostWidth: number
  /** Length of what the step takes away, behind the bar's end. */
  readonly lostWidth: number
}

/** Horizontal bars that shrink from step to step over one scale from zero; null where no figure is known. */
export function waterfallBars(
  steps: readonly { readonly leastMw: number; readonly mostMw: number }[],
  width: number,
): readonly (WaterfallBar | null)[] {
  const largest = Math.max(0, ...steps.map(({ mostMw }) => mostMw).filter(Number.isFinite))
  const scale = scaleLinear()
    .domain([0, largest || 1])
    .range([0, width])
  return steps.map(({ leastMw, mostMw }, index) => {
    if (!Number.isFinite(mostMw)) return null
    const before = steps[index - 1]?.mostMw ?? mostMw
    return {
      leastWidth: scale(leastMw),
      mostWidth: scale(mostMw),
      lostWidth: Number.isFinite(before) ? scale(before) - scale(mostMw) : 0,
    }
  })
}
