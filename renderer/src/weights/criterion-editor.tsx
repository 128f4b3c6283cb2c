import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { criterionDef } from '../../../shared/domain/ranking/criteria.ts'
import type { CriterionSample } from '../../../shared/domain/ranking/criterion-samples.ts'
import type { Criterion } from '../../../shared/domain/ranking/ruler.ts'
import { formatPercent } from '../../../shared/format/format-quantity.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SampleHistogram } from './sample-histogram.tsx'

export interface CriterionEditorProps {
  readonly criterion: Criterion
  readonly sample: CriterionSample | null
  readonly isReadOnly: boolean
  readonly isLocked: boolean
  onLock(): void
  onWeight(weight: number): void
  onBounds(worst: number, best: number): void
}

/** One criterion of a ruler: its weight on a slider, its bounds over what the catalog holds. */
export function CriterionEditor(props: CriterionEditorProps) {
  const { criterion, sample, isReadOnly, isLocked, onLock, onWeight, onBounds } = props
  const { id, label, unit, weight, worst, best } = criterion
  return (
    <div className="ruler__row">
      <div className="ruler__label">
        <span title={criterionDef(id).source}>{label}</span>
        {isReadOnly ? null : (
          <IconButton label={`${isLocked ? 'Unlock' : 'Lock'} the weight of ${label}`} onClick={onLock}>
            {isLocked ? <IconLock size={14} stroke={1.8} /> : <IconLockOpen size={14} stroke={1.8} />}
          </IconButton>
        )}
      </div>
      <div className="ruler__weight">
        <input
          className="range"
          type="range"
          min={0}
          max={100}
          step={1}
          aria-label={`Weight of ${label}`}
          aria-valuetext={formatPercent(weight, 1)}
          disabled={isReadOnly || isLocked}
          value={100 * weight}
          style={{ '--share': `${100 * weight}%` } as React.CSSProperties}
          onChange={(event) => onWeight(event.currentTarget.valueAsNumber / 100)}
        />
        <span className="num">{formatPercent(weight, weight > 0 && weight < 0.1 ? 1 : 0)}</span>
      </div>
      <BoundInput
        label={`${label}, scores 0 at`}
        value={worst}
        isReadOnly={isReadOnly}
        onChange={(value) => onBounds(value, best)}
      />
      <SampleHistogram criterion={criterion} sample={sample} />
      <div className="ruler__best">
        <BoundInput
          label={`${label}, scores 1 at`}
          value={best}
          isReadOnly={isReadOnly}
          onChange={(value) => onBounds(worst, value)}
        />
        <span className="muted">{unit}</span>
      </div>
    </div>
  )
}

interface BoundInputProps {
  readonly label: string
  readonly value: number
  readonly isReadOnly: boolean
  onChange(value: number): void
}

/** Holds what is typed until it is a number. */
function BoundInput({ label, value, isReadOnly, onChange }: BoundInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  if (isReadOnly) return <span className="num ruler__bound">{value.toLocaleString('en-US')}</span>
  return (
    <input
      className="assumption__input num ruler__bound"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={typed !== null && numberOf(typed) === null}
      value={typed ?? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 })}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const found = numberOf(text)
        if (found !== null) onChange(found)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

function numberOf(text: string): number | null {
  const plain = text.replace(/[\s,_]/g, '').replace(/[\u2212\u2013]/g, '-')
  const value = Number(plain)
  return plain === '' || !Number.isFinite(value) ? null : value
}
