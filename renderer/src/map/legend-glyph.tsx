import type { JSX } from 'react'
import { type MarkerShape, shapeCorners } from '../../../shared/map/kind-shapes.ts'
import type { MarkerLook } from './marker-look.ts'

interface LegendGlyphProps {
  readonly shape: MarkerShape
  readonly color: string
  readonly fill?: MarkerLook['fill']
  readonly barred?: boolean
}

const RADIUS = 4.6

/** A marker as the legend shows it. */
export function LegendGlyph({ shape, color, fill = 'solid', barred = false }: LegendGlyphProps): JSX.Element {
  const paint = {
    fill: fill === 'solid' ? color : 'none',
    stroke: fill === 'solid' ? 'none' : color,
    strokeWidth: 1.6,
    ...(fill === 'unknown' ? { strokeDasharray: '2.2 1.6', strokeLinecap: 'butt' as const } : {}),
  }
  return (
    <svg className="map-legend__glyph" viewBox="-8 -8 16 16" aria-hidden="true">
      {shape === 'circle' ? <circle r={RADIUS} {...paint} /> : <polygon points={points(shape, RADIUS)} {...paint} />}
      {barred ? (
        <>
          <path className="map-legend__bar-edge" d="M-5.4 5.4L5.4 -5.4" />
          <path d="M-5.4 5.4L5.4 -5.4" stroke={color} strokeWidth={1.4} />
        </>
      ) : null}
    </svg>
  )
}

function points(shape: MarkerShape, radius: number): string {
  return shapeCorners(shape)
    .map((value) => (value * radius).toFixed(2))
    .join(' ')
}
