import { type JSX, type ReactNode, useState } from 'react'
import { SITE_KINDS } from '../../../shared/domain/site/site-fields.ts'
import { VERDICT_LABELS, VERDICTS } from '../../../shared/domain/site/strategies.ts'
import { KIND_LABELS, KIND_SHAPES, type MarkerShape, shapeCorners } from '../../../shared/map/kind-shapes.ts'
import { LEGEND_MEGAWATTS, markerRadiusPx } from '../../../shared/map/marker-size.ts'
import { VERDICT_COLORS } from '../../../shared/map/verdict-colors.ts'

const LEGEND_ZOOM = 7

export interface MapLegendProps {
  readonly scheme: 'light' | 'dark'
  /** Whether there is room for it at first; afterwards the user decides. */
  readonly startsOpen: boolean
  /** What other layers of the map mean. */
  readonly children?: ReactNode
}

/** What colour, shape, size and a hollow marker mean. */
export function MapLegend({ scheme, startsOpen, children }: MapLegendProps): JSX.Element {
  const [open, setOpen] = useState(startsOpen)
  const colors = VERDICT_COLORS[scheme]
  return (
    <section className="map-legend" aria-label="Legend">
      <button type="button" className="map-legend__toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        Legend
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={open ? 'M4 6l4 4 4-4' : 'M4 10l4-4 4 4'} />
        </svg>
      </button>
      {open && (
        <div className="map-legend__body">
          <ul aria-label="Colour: verdict">
            {VERDICTS.map((verdict) => (
              <li key={verdict}>
                <Glyph shape="circle" color={colors[verdict]} faded={verdict === 'none'} />
                {VERDICT_LABELS[verdict]}
              </li>
            ))}
          </ul>
          <ul aria-label="Shape: kind">
            {SITE_KINDS.map((kind) => (
              <li key={kind}>
                <Glyph shape={KIND_SHAPES[kind]} color="currentColor" />
                {KIND_LABELS[kind]}
              </li>
            ))}
          </ul>
          <ul className="map-legend__sizes" aria-label="Size: megawatts">
            {LEGEND_MEGAWATTS.map((mw) => (
              <li key={mw}>
                <SizeCircle radius={markerRadiusPx(mw, LEGEND_ZOOM)} />
                {mw.toLocaleString('en-US')} MW
              </li>
            ))}
          </ul>
          <ul>
            <li>
              <Glyph shape="circle" color="currentColor" hollow />
              Hollow: MW claimed or unknown
            </li>
          </ul>
          {children}
        </div>
      )}
    </section>
  )
}

interface GlyphProps {
  readonly shape: MarkerShape
  readonly color: string
  readonly hollow?: boolean
  readonly faded?: boolean
}

function Glyph({ shape, color, hollow = false, faded = false }: GlyphProps): JSX.Element {
  const paint = {
    fill: hollow ? 'none' : color,
    stroke: hollow ? color : 'none',
    strokeWidth: 1.6,
    opacity: faded ? 0.62 : 1,
  }
  return (
    <svg className="map-legend__glyph" viewBox="-8 -8 16 16" aria-hidden="true">
      {shape === 'circle' ? <circle r={4.6} {...paint} /> : <polygon points={points(shape, 4.6)} {...paint} />}
    </svg>
  )
}

function SizeCircle({ radius }: { readonly radius: number }): JSX.Element {
  return (
    <svg className="map-legend__size" viewBox="-16 -16 32 32" aria-hidden="true">
      <circle r={radius} fill="none" stroke="currentColor" strokeWidth={1.2} />
    </svg>
  )
}

function points(shape: MarkerShape, radius: number): string {
  return shapeCorners(shape)
    .map((value) => (value * radius).toFixed(2))
    .join(' ')
}
