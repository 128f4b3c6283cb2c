import { type JSX, type ReactNode, useState } from 'react'
import { SITE_KINDS } from '../../../shared/domain/site/site-fields.ts'
import { KIND_LABELS, KIND_SHAPES } from '../../../shared/map/kind-shapes.ts'
import { LEGEND_MEGAWATTS, markerRadiusPx } from '../../../shared/map/marker-size.ts'
import { BARRED_TEXT, HOLLOW_TEXT, siteLegendRows } from '../../../shared/map/sites/site-legend.ts'
import { siteValueLabel } from '../../../shared/map/sites/site-value.ts'
import { LegendGlyph } from './legend-glyph.tsx'
import type { SiteLook } from './site-look.ts'
import { SiteValueSelect } from './site-value-select.tsx'

const LEGEND_ZOOM = 7

export interface MapLegendProps {
  readonly scheme: 'light' | 'dark'
  readonly look: SiteLook
  /** Left out where the look cannot be chosen. */
  onLook?: ((change: Partial<SiteLook>) => void) | undefined
  /** Whether there is room for it at first; afterwards the user decides. */
  readonly startsOpen: boolean
  /** What other layers of the map mean. */
  readonly children?: ReactNode
}

/** What colour, shape, size and the other signs of a marker mean. */
export function MapLegend({ scheme, look, onLook, startsOpen, children }: MapLegendProps): JSX.Element {
  const [open, setOpen] = useState(startsOpen)
  const { colorBy, sizeBy } = look
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
          {onLook ? (
            <SiteValueSelect
              className="map-legend__select"
              value={colorBy}
              onChange={(value) => onLook({ colorBy: value })}
            />
          ) : null}
          <ul aria-label={`Colour: ${siteValueLabel(colorBy).toLowerCase()}`}>
            {siteLegendRows(colorBy, scheme).map(({ code, color, text, isUnknown }) => (
              <li key={code}>
                <LegendGlyph shape="circle" color={color} fill={isUnknown ? 'unknown' : 'solid'} />
                {text}
              </li>
            ))}
          </ul>
          <ul aria-label="Shape: kind">
            {SITE_KINDS.map((kind) => (
              <li key={kind}>
                <LegendGlyph shape={KIND_SHAPES[kind]} color="currentColor" />
                {KIND_LABELS[kind]}
              </li>
            ))}
          </ul>
          {sizeBy === 'mw' ? (
            <ul className="map-legend__sizes" aria-label="Size: megawatts">
              {LEGEND_MEGAWATTS.map((mw) => (
                <li key={mw}>
                  <SizeCircle radius={markerRadiusPx(mw, LEGEND_ZOOM)} />
                  {mw.toLocaleString('en-US')} MW
                </li>
              ))}
            </ul>
          ) : null}
          <ul aria-label="Other signs">
            <li>
              <LegendGlyph shape="circle" color="currentColor" fill="hollow" />
              {HOLLOW_TEXT}
            </li>
            <li>
              <LegendGlyph shape="circle" color="currentColor" barred />
              {BARRED_TEXT}
            </li>
          </ul>
          {children}
        </div>
      )}
    </section>
  )
}

function SizeCircle({ radius }: { readonly radius: number }): JSX.Element {
  return (
    <svg className="map-legend__size" viewBox="-16 -16 32 32" aria-hidden="true">
      <circle r={radius} fill="none" stroke="currentColor" strokeWidth={1.2} />
    </svg>
  )
}
