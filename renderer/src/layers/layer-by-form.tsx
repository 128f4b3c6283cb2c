import type { LayerField } from '../../../shared/contract/layers.ts'
import { attributeNumber } from '../../../shared/map/layers/attribute-number.ts'
import { CLASS_METHODS, type ClassMethod, classBreaks } from '../../../shared/map/layers/class-breaks.ts'
import { type LookBy, MOST_CATEGORIES } from '../../../shared/map/layers/layer-look.ts'
import { LAYER_RAMPS, type LayerRamp } from '../../../shared/map/layers/layer-palette.ts'
import { valuesKey } from '../stores/layer-slice.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import type { ListedLayer } from './listed-layer.ts'

const CLASSES = 5
const METHOD_LABELS: Readonly<Record<ClassMethod, string>> = { quantile: 'As many in each', equal: 'Equal steps' }
const RAMP_LABELS: Readonly<Record<LayerRamp, string>> = { blues: 'Blues', reds: 'Reds', viridis: 'Viridis' }

/** Colours and sizes by the value of an attribute: as categories, or graded by number. */
export function LayerByForm({ layer, fields }: ListedLayer & { readonly fields: readonly LayerField[] }) {
  const store = useAppStore()
  const restyle = useApp((state) => state.restyleLayer)
  const { by } = layer.look
  const field = fields.find(({ attribute }) => attribute === by?.attribute)

  async function choose(attribute: string, kind?: LookBy['kind'], method: ClassMethod = 'quantile'): Promise<void> {
    const chosen = fields.find((each) => each.attribute === attribute)
    if (!chosen) return restyle(layer, { by: null })
    const isGraded = kind
      ? kind === 'graduated'
      : chosen.numbers > chosen.known / 2 && chosen.distinct > MOST_CATEGORIES
    if (!isGraded) {
      const values = chosen.common.slice(0, MOST_CATEGORIES).map(({ text }) => text)
      return restyle(layer, { by: { kind: 'categories', attribute, values } })
    }
    await store.getState().readLayerValues(layer, attribute)
    const values = store.getState().layerValues[valuesKey(layer, attribute)]
    const numbers = [...(values?.values() ?? [])].map(attributeNumber).filter((number) => number !== null)
    const former = by?.kind === 'graduated' ? by : null
    const breaks = classBreaks(numbers, method, CLASSES)
    const { ramp = 'viridis', sizes = false } = former ?? {}
    return restyle(layer, { by: { kind: 'graduated', attribute, method, breaks, ramp, sizes } })
  }

  return (
    <>
      <label className="layer-style__row">
        <span>Colour by</span>
        <select
          aria-label="Colour by"
          value={by?.attribute ?? ''}
          onChange={(event) => void choose(event.currentTarget.value)}
        >
          <option value="">One colour</option>
          {fields
            .filter(({ known }) => known > 0)
            .map(({ attribute }) => (
              <option key={attribute} value={attribute}>
                {attribute}
              </option>
            ))}
        </select>
      </label>
      {by && field && field.numbers > 0 ? (
        <label className="layer-style__row">
          <span>Classes</span>
          <select
            aria-label="Classes"
            value={by.kind === 'graduated' ? by.method : 'categories'}
            onChange={(event) => {
              const value = event.currentTarget.value
              if (value === 'categories') void choose(by.attribute, 'categories')
              else void choose(by.attribute, 'graduated', value as ClassMethod)
            }}
          >
            {CLASS_METHODS.map((method) => (
              <option key={method} value={method}>
                {METHOD_LABELS[method]}
              </option>
            ))}
            <option value="categories">Each value</option>
          </select>
        </label>
      ) : null}
      {by?.kind === 'graduated' ? (
        <>
          <label className="layer-style__row">
            <span>Ramp</span>
            <select
              aria-label="Ramp"
              value={by.ramp}
              onChange={(event) => void restyle(layer, { by: { ...by, ramp: event.currentTarget.value as LayerRamp } })}
            >
              {LAYER_RAMPS.map((ramp) => (
                <option key={ramp} value={ramp}>
                  {RAMP_LABELS[ramp]}
                </option>
              ))}
            </select>
          </label>
          <label className="layer-style__check">
            <input
              type="checkbox"
              checked={by.sizes}
              onChange={(event) => void restyle(layer, { by: { ...by, sizes: event.currentTarget.checked } })}
            />
            Larger with the value
          </label>
        </>
      ) : null}
    </>
  )
}
