import type { ClassStyle } from '../../../shared/map/layers/class-styles.ts'
import { legendRows } from '../../../shared/map/layers/legend-rows.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { ListedLayer } from './listed-layer.ts'

interface LegendProps extends ListedLayer {
  readonly scheme: MapScheme
}

/** What the classes of a layer look like; nothing for a layer of one look, whose swatch says it all. */
export function LayerLegend({ layer, scheme }: LegendProps) {
  const { by } = layer.look
  if (!by) return null
  return (
    <div className="layer-legend">
      <div className="layer-legend__title">{by.attribute}</div>
      <ul>
        {legendRows(layer.look, scheme).map(({ text, style }) => (
          <li key={text}>
            <LayerSymbol layer={layer} style={style} />
            <span title={text}>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How a layer looks, in short; with classes, that of the highest or first. */
export function LayerSwatch({ layer, scheme }: LegendProps) {
  const rows = legendRows(layer.look, scheme)
  const row = layer.look.by?.kind === 'graduated' ? rows.at(-2) : rows[0]
  return row ? <LayerSymbol layer={layer} style={row.style} /> : null
}

function LayerSymbol({ layer, style }: ListedLayer & { readonly style: ClassStyle }) {
  const { look, geometryTypes } = layer
  const has = (kind: string) => Object.keys(geometryTypes).some((type) => type.includes(kind))
  const width = Math.max(1, Math.min(5, style.widthPx))
  const dash = { solid: undefined, dashed: '5 3', dotted: '1.5 2.5' }[look.dash]
  const line = { stroke: style.color, strokeWidth: width, strokeDasharray: dash }
  return (
    <svg className="layer-symbol" viewBox="0 0 20 16" aria-hidden="true" opacity={look.opacity}>
      {has('Polygon') ? (
        <rect x="2" y="3" width="16" height="10" rx="1.5" {...line} fill={style.color} fillOpacity={look.fillOpacity} />
      ) : has('Line') ? (
        <path d="M2 12.5 8 5l5 5 5-6.5" {...line} fill="none" />
      ) : (
        <circle cx="10" cy="8" r={Math.min(7.5, style.radiusPx)} fill={style.color} stroke="none" />
      )}
    </svg>
  )
}
