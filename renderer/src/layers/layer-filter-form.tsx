import { useEffect, useState } from 'react'
import type { LayerField } from '../../../shared/contract/layers.ts'
import type { LayerFilter } from '../../../shared/map/layers/layer-look.ts'
import { useApp } from '../stores/use-app.ts'
import type { ListedLayer } from './listed-layer.ts'

const OP_LABELS: Readonly<Record<LayerFilter['op'], string>> = {
  contains: 'contains',
  equals: 'equals',
  between: 'is between',
}

interface Draft {
  readonly op: LayerFilter['op']
  readonly attribute: string
  readonly text: string
  readonly least: string
  readonly most: string
}

/** Shows only the features whose attribute holds a text or lies in a range. It is applied by Enter or on leaving a field. */
export function LayerFilterForm({ layer, fields }: ListedLayer & { readonly fields: readonly LayerField[] }) {
  const restyle = useApp((state) => state.restyleLayer)
  const { filter } = layer.look
  const [draft, setDraft] = useState(draftOf(filter))
  useEffect(() => setDraft(draftOf(filter)), [filter])

  const apply = (next: Draft) => {
    setDraft(next)
    const made = filterOf(next)
    if (JSON.stringify(made) !== JSON.stringify(filter)) void restyle(layer, { filter: made })
  }
  const textField = (key: 'text' | 'least' | 'most', label: string) => (
    <input
      type="text"
      inputMode={key === 'text' ? 'text' : 'decimal'}
      aria-label={label}
      placeholder={label}
      value={draft[key]}
      onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
      onBlur={() => apply(draft)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply(draft)
      }}
    />
  )
  return (
    <>
      <label className="layer-style__row">
        <span>Filter</span>
        <select
          aria-label="Filter"
          value={draft.attribute}
          onChange={(event) => {
            const attribute = event.currentTarget.value
            const field = fields.find((each) => each.attribute === attribute)
            const op = field && field.numbers > field.known / 2 ? 'between' : 'contains'
            apply({ op, attribute, text: '', least: '', most: '' })
          }}
        >
          <option value="">All features</option>
          {fields.map(({ attribute }) => (
            <option key={attribute} value={attribute}>
              {attribute}
            </option>
          ))}
        </select>
      </label>
      {draft.attribute === '' ? null : (
        <div className="layer-style__filter">
          <select
            aria-label="How the filter compares"
            value={draft.op}
            onChange={(event) => apply({ ...draft, op: event.currentTarget.value as LayerFilter['op'] })}
          >
            {Object.entries(OP_LABELS).map(([op, label]) => (
              <option key={op} value={op}>
                {label}
              </option>
            ))}
          </select>
          {draft.op === 'between' ? (
            <>
              {textField('least', 'least')}
              {textField('most', 'most')}
            </>
          ) : (
            textField('text', 'text')
          )}
        </div>
      )}
    </>
  )
}

function draftOf(filter: LayerFilter | null): Draft {
  const empty = { text: '', least: '', most: '' }
  if (!filter) return { op: 'contains', attribute: '', ...empty }
  if (filter.op !== 'between') return { ...empty, ...filter }
  const { op, attribute, least, most } = filter
  return { ...empty, op, attribute, least: least?.toString() ?? '', most: most?.toString() ?? '' }
}

/** Null while nothing is entered: a filter without a text or a bound would hide what nobody meant to hide. */
function filterOf({ op, attribute, text, least, most }: Draft): LayerFilter | null {
  if (attribute === '') return null
  if (op !== 'between') return text.trim() === '' ? null : { op, attribute, text: text.trim() }
  const bounds = { least: numberOf(least), most: numberOf(most) }
  return bounds.least === null && bounds.most === null ? null : { op, attribute, ...bounds }
}

function numberOf(text: string): number | null {
  const number = Number(text.replaceAll(',', ''))
  return text.trim() === '' || !Number.isFinite(number) ? null : number
}
