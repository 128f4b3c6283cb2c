import { scaleLinear } from 'd3-scale'

export interface TornadoSpan {
  readonly x: number
  readonly width: number
}

export interface TornadoBars {
  /** Where the present value lies. */
  readonly nowX: number
  /** Where nothing is gained or lost; null where that is off the scale. */
  readonly zeroX: number | null
  /** For each input the span from the present value to its value at either end, the wider one first; an unknown end has none. */
  readonly rows: readonly (readonly TornadoEndSpan[])[]
}

export interface TornadoEndSpan extends TornadoSpan {
  readonly end: 'low' | 'high'
}

export interface TornadoValues {
  readonly low: number
  readonly high: number
}

const THINNEST = 1

/** Horizontal bars around the present value over one scale, as positions inside a width. */
export function tornadoBars(now: number, inputs: readonly TornadoValues[], width: number): TornadoBars {
  const values = [now, ...inputs.flatMap(({ low, high }) => [low, high])].filter(Number.isFinite)
  const least = Math.min(...values)
  const most = Math.max(...values)
  const margin = (most - least || 1) * 0.02
  const scale = scaleLinear([least - margin, most + margin], [0, width])
  const nowX = Number.isFinite(now) ? scale(now) : 0
  const rows = inputs.map(({ low, high }) =>
    [spanOf('low', low), spanOf('high', high)]
      .filter((span) => span !== null)
      .sort((one, other) => other.width - one.width),
  )
  const zero = scale(0)
  return { nowX, zeroX: values.length > 0 && zero >= 0 && zero <= width ? zero : null, rows }

  function spanOf(end: 'low' | 'high', value: number): TornadoEndSpan | null {
    if (!Number.isFinite(value)) return null
    const x = scale(value)
    const length = Math.abs(x - nowX)
    return length < THINNEST / 2 ? null : { end, x: Math.min(x, nowX), width: Math.max(THINNEST, length) }
  }
}
