import { LAYER_DASHES, type LayerDash, type LayerLook } from '../../../shared/map/layers/layer-look.ts'
import { LAYER_COLORS, LAYER_PALETTE, type LayerColor } from '../../../shared/map/layers/layer-palette.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { useApp } from '../stores/use-app.ts'
import { LayerByForm } from './layer-by-form.tsx'
import { LayerFilterForm } from './layer-filter-form.tsx'
import type { ListedLayer } from './listed-layer.ts'
import { StyleRange } from './style-range.tsx'
import { useLayerFields } from './use-layer-fields.ts'

const COLOR_LABELS: Readonly<Record<LayerColor, string>> = {
  blue: 'Blue',
  vermilion: 'Vermilion',
  green: 'Green',
  purple: 'Purple',
  ochre: 'Ochre',
  sky: 'Sky blue',
  rose: 'Rose',
  slate: 'Slate',
}

const DASH_LABELS: Readonly<Record<LayerDash, string>> = { solid: 'Solid', dashed: 'Dashed', dotted: 'Dotted' }

const percent = (value: number) => `${Math.round(value * 100)} %`
const pixels = (value: number) => `${value} px`

/** How a layer is drawn, for everybody who opens the catalog; every change can be undone. */
export function LayerStyleForm({ layer, scheme }: ListedLayer & { readonly scheme: MapScheme }) {
  const restyle = useApp((state) => state.restyleLayer)
  const preview = useApp((state) => state.previewLayer)
  const fields = useLayerFields(layer)
  const { look, geometryTypes } = layer
  const has = (kind: string) => Object.keys(geometryTypes).some((type) => type.includes(kind))
  const range = (key: 'opacity' | 'strokeWidthPx' | 'fillOpacity' | 'pointRadiusPx' | 'minZoom') => ({
    value: look[key],
    onPreview: (value: number) => preview(layer, { [key]: value } as Partial<LayerLook>),
    onCommit: (value: number) => void restyle(layer, { [key]: value } as Partial<LayerLook>),
  })
  return (
    <div className="layer-style">
      <div className="layer-style__colors" role="radiogroup" aria-label="Colour">
        {LAYER_COLORS.map((color) => (
          // biome-ignore lint/a11y/useSemanticElements: a native radio button could not be drawn as a swatch with a ring.
          <button
            key={color}
            type="button"
            role="radio"
            aria-checked={look.color === color}
            aria-label={COLOR_LABELS[color]}
            title={COLOR_LABELS[color]}
            style={{ background: LAYER_PALETTE[scheme][color] }}
            onClick={() => void restyle(layer, { color })}
          />
        ))}
      </div>
      <StyleRange label="Opacity" least={0.05} most={1} step={0.05} format={percent} {...range('opacity')} />
      {has('Line') || has('Polygon') ? (
        <>
          <StyleRange label="Line" least={0} most={8} step={0.5} format={pixels} {...range('strokeWidthPx')} />
          <label className="layer-style__row">
            <span>Dash</span>
            <select
              aria-label="Dash"
              value={look.dash}
              onChange={(event) => void restyle(layer, { dash: event.currentTarget.value as LayerDash })}
            >
              {LAYER_DASHES.map((dash) => (
                <option key={dash} value={dash}>
                  {DASH_LABELS[dash]}
                </option>
              ))}
            </select>
          </label>
        </>
      ) : null}
      {has('Polygon') ? (
        <StyleRange label="Fill" least={0} most={1} step={0.05} format={percent} {...range('fillOpacity')} />
      ) : null}
      {has('Point') ? (
        <StyleRange label="Point" least={1} most={16} step={0.5} format={pixels} {...range('pointRadiusPx')} />
      ) : null}
      <LayerByForm layer={layer} fields={fields} />
      <label className="layer-style__row">
        <span>Label</span>
        <select
          aria-label="Label"
          value={look.labelAttribute ?? ''}
          onChange={(event) => void restyle(layer, { labelAttribute: event.currentTarget.value || null })}
        >
          <option value="">None</option>
          {fields.map(({ attribute }) => (
            <option key={attribute} value={attribute}>
              {attribute}
            </option>
          ))}
        </select>
      </label>
      <LayerFilterForm layer={layer} fields={fields} />
      <StyleRange
        label="From zoom"
        least={0}
        most={16}
        step={1}
        format={(value) => (value === 0 ? 'any' : String(value))}
        {...range('minZoom')}
      />
    </div>
  )
}
