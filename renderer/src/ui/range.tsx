import { useId } from 'react'
import type { AssumptionDef } from '../../../shared/domain/scenario/assumptions.ts'
import { assumptionStep, roundToStep } from '../list/format-assumption.ts'

export interface RangeProps {
  readonly def: AssumptionDef
  readonly value: number
  /** What a screen reader says for the value. */
  readonly valueText: string
  readonly labelledBy?: string
  onChange(value: number): void
}

/** A slider over an assumption's likely range, widened to hold the value where that lies outside. */
export function Range({ def, value, valueText, labelledBy, onChange }: RangeProps) {
  const id = useId()
  const low = Math.min(def.low, value)
  const high = Math.max(def.high, value)
  const share = high > low ? ((value - low) / (high - low)) * 100 : 50
  return (
    <input
      id={id}
      className="range"
      type="range"
      aria-labelledby={labelledBy}
      aria-label={labelledBy === undefined ? def.label : undefined}
      aria-valuetext={valueText}
      min={low}
      max={high}
      // Not the real step: a preset's value such as 99,660 would be drawn beside where it is.
      step="any"
      value={value}
      style={{ '--share': `${share}%` } as React.CSSProperties}
      onChange={(event) => {
        const wanted = roundToStep(event.currentTarget.valueAsNumber, assumptionStep(def))
        onChange(Math.min(high, Math.max(low, wanted)))
      }}
    />
  )
}
