import { type KeyboardEvent, type PointerEvent, useState } from 'react'

export interface ResizerProps {
  readonly label: string
  readonly widthPx: number
  readonly minPx: number
  readonly maxPx: number
  /** 1 where moving right widens the panel, -1 where it narrows it. */
  readonly direction: 1 | -1
  onResize(widthPx: number): void
}

const KEY_STEP_PX = 16

/** A border that the pointer or the arrow keys move. */
export function Resizer({ label, widthPx, minPx, maxPx, direction, onResize }: ResizerProps) {
  const [start, setStart] = useState<{ x: number; widthPx: number } | null>(null)
  const resize = (wanted: number): void => onResize(Math.round(Math.min(maxPx, Math.max(minPx, wanted))))
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowLeft: -KEY_STEP_PX, ArrowRight: KEY_STEP_PX }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    resize(widthPx + direction * step)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setStart({ x: event.clientX, widthPx })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved; a focusable separator is the pattern for it.
    <div
      className="resizer"
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={widthPx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      data-dragging={start !== null}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (start !== null) resize(start.widthPx + direction * (event.clientX - start.x))
      }}
      onPointerUp={() => setStart(null)}
      onPointerCancel={() => setStart(null)}
    />
  )
}
