export interface StyleRangeProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  format(value: number): string
  /** While it moves. */
  onPreview(value: number): void
  /** When it is let go. */
  onCommit(value: number): void
}

/** A slider that shows what it does while it moves, and keeps it when it is let go: one step of undo, not fifty. */
export function StyleRange({ label, value, least, most, step, format, onPreview, onCommit }: StyleRangeProps) {
  const share = ((value - least) / (most - least)) * 100
  return (
    <label className="layer-style__row">
      <span>{label}</span>
      <input
        className="range"
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={format(value)}
        style={{ '--share': `${share}%` } as React.CSSProperties}
        onChange={(event) => onPreview(event.currentTarget.valueAsNumber)}
        onPointerUp={(event) => onCommit(event.currentTarget.valueAsNumber)}
        onKeyUp={(event) => {
          if (/^(Arrow|Page|Home|End)/.test(event.key)) onCommit(event.currentTarget.valueAsNumber)
        }}
      />
      <output>{format(value)}</output>
    </label>
  )
}
