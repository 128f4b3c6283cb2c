import type { Verdict } from '../../../shared/domain/site/strategies.ts'
import { shapeCorners, shapeOfKind } from '../../../shared/map/kind-shapes.ts'

export interface SiteGlyphProps {
  readonly verdict: Verdict
  readonly kind: string
  /** Drawn hollow: no megawatt figure stands above a claim. */
  readonly isUnproven: boolean
}

const RADIUS = 5

/** The site's marker as the map draws it: colour for the verdict, shape for the kind, hollow where unproven. */
export function SiteGlyph({ verdict, kind, isUnproven }: SiteGlyphProps) {
  const corners = shapeCorners(shapeOfKind(kind))
  const color = `var(--verdict-${verdict})`
  const style = isUnproven
    ? { fill: 'none', stroke: color, strokeWidth: 1.8 }
    : { fill: color, stroke: 'none', strokeWidth: 0 }
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" className="site-glyph">
      {corners.length === 0 ? (
        <circle r={RADIUS} style={style} />
      ) : (
        <polygon points={corners.map((value) => (value * RADIUS).toFixed(2)).join(' ')} style={style} />
      )}
    </svg>
  )
}
