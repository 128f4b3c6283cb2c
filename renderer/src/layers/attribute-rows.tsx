import { IconCopy, IconX } from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { copyRows } from './copy-rows.ts'
import type { ListedLayer } from './listed-layer.ts'
import { useLayerFields } from './use-layer-fields.ts'
import { type TableRequest, useTableRows } from './use-table-rows.ts'
import { zoomToBox } from './zoom-to-box.ts'

const ROW_PX = 26
/** Rows beyond each edge of the view that are drawn ahead. */
const AHEAD_ROWS = 10
/** More would be asked for in vain, and read by nobody. */
const MOST_COLUMNS = 200

/** The rows of a layer's attribute table; choosing one shows it on the map, and one chosen there comes into view. */
export function AttributeRows({ map, layer }: ListedLayer & { readonly map: LeafletMap }) {
  const store = useAppStore()
  const chosenId = useApp((state) =>
    state.chosenFeature?.layerId === layer.layerId ? state.chosenFeature.featureId : null,
  )
  const openLayerTable = useApp((state) => state.openLayerTable)
  const attributes = useLayerFields(layer)
    .slice(0, MOST_COLUMNS)
    .map(({ attribute }) => attribute)
  const [sort, setSort] = useState<{ by: string | null; descending: boolean }>({ by: null, descending: false })
  const [text, setText] = useState('')
  const [view, setView] = useState({ top: 0, height: 240 })
  const scroller = useRef<HTMLDivElement>(null)
  const request: TableRequest = {
    layerId: layer.layerId,
    attributes,
    sortBy: sort.by,
    descending: sort.descending,
    text: useDeferredValue(text),
    filter: layer.look.filter,
  }
  const rows = useTableRows(request)
  const total = rows.total ?? 0
  const first = Math.max(0, Math.floor(view.top / ROW_PX) - AHEAD_ROWS)
  const last = Math.min(total, Math.ceil((view.top + view.height) / ROW_PX) + AHEAD_ROWS)
  const { need } = rows
  useEffect(() => {
    if (last > first) need(first, last)
  }, [need, first, last])

  const key = JSON.stringify(request)
  const latest = useRef(key)
  latest.current = key
  // What is chosen on the map comes into view; what was chosen in the table is in view already.
  useEffect(() => {
    if (chosenId === null) return
    const asked = JSON.parse(key) as TableRequest
    void store
      .getState()
      .findLayerRow(asked, chosenId)
      .then(
        (index) => index !== null && latest.current === key && bringIntoView(scroller.current, index),
        (error: unknown) => store.getState().report(error),
      )
  }, [chosenId, key, store])

  async function choose(featureId: number): Promise<void> {
    const { chooseFeature, readLayerFeature, report } = store.getState()
    chooseFeature({ layerId: layer.layerId, featureId, at: null })
    try {
      const { box } = await readLayerFeature(layer.layerId, featureId)
      if (box) zoomToBox(map, box)
    } catch (error) {
      report(error)
    }
  }

  const indexes = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at)
  const step = (event: KeyboardEvent, index: number) => {
    const next = { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key]
    const row = next === undefined ? undefined : rows.row(next)
    if (next === undefined || !row) return
    event.preventDefault()
    scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus()
    void choose(row.featureId)
  }
  return (
    <section
      className="attribute-table"
      aria-label={`Attributes of ${layer.name}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') openLayerTable(null)
      }}
    >
      <header className="attribute-table__head">
        <h2 className="attribute-table__title" title={layer.name}>
          {layer.name}
        </h2>
        <span className="attribute-table__count" role="status">
          {rows.total === null
            ? ''
            : `${rows.total.toLocaleString('en-US')} of ${layer.features.toLocaleString('en-US')}`}
        </span>
        <input
          type="search"
          className="attribute-table__search"
          aria-label="Find in the table"
          placeholder="Find in the table"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <IconButton label="Copy the rows as text" onClick={() => void copyRows(store, request)}>
          <IconCopy size={16} stroke={1.7} />
        </IconButton>
        <IconButton label="Close the attribute table" onClick={() => openLayerTable(null)}>
          <IconX size={16} stroke={1.7} />
        </IconButton>
      </header>
      {rows.problem ? <p className="attribute-table__problem">{rows.problem}</p> : null}
      <div
        ref={scroller}
        className="attribute-table__rows"
        onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
      >
        <table aria-rowcount={total + 1}>
          <thead>
            <tr>
              <th scope="col" aria-label="Row" />
              {attributes.map((attribute) => (
                <th
                  key={attribute}
                  scope="col"
                  aria-sort={sort.by !== attribute ? 'none' : sort.descending ? 'descending' : 'ascending'}
                >
                  <button
                    type="button"
                    title={attribute}
                    onClick={() => setSort({ by: attribute, descending: sort.by === attribute && !sort.descending })}
                  >
                    {attribute}
                    {sort.by === attribute ? (sort.descending ? ' ↓' : ' ↑') : ''}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Space rows={first} />
            {indexes.map((index) => {
              const row = rows.row(index)
              const isChosen = row !== undefined && row.featureId === chosenId
              return (
                <tr
                  key={index}
                  aria-rowindex={index + 2}
                  data-chosen={isChosen}
                  onClick={() => row && void choose(row.featureId)}
                >
                  <th scope="row">
                    <button
                      type="button"
                      data-row={index}
                      aria-pressed={isChosen}
                      aria-label={`Show row ${index + 1} on the map`}
                      onKeyDown={(event) => step(event, index)}
                    >
                      {(index + 1).toLocaleString('en-US')}
                    </button>
                  </th>
                  {attributes.map((attribute, column) => {
                    const value = row?.values[column]
                    return (
                      <td key={attribute} data-number={typeof value === 'number' || undefined}>
                        {value === null || value === undefined ? '' : String(value)}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
            <Space rows={total - last} />
          </tbody>
        </table>
      </div>
    </section>
  )
}

function bringIntoView(element: HTMLElement | null, index: number): void {
  if (!element) return
  // The heads of the columns stay on top and take a row's room.
  const room = element.clientHeight - ROW_PX
  const top = index * ROW_PX
  if (top < element.scrollTop) element.scrollTop = top
  else if (top + ROW_PX > element.scrollTop + room) element.scrollTop = top + 2 * ROW_PX - room
}

/** Stands for rows that are out of view. */
function Space({ rows }: { readonly rows: number }) {
  return rows > 0 ? <tr aria-hidden style={{ height: rows * ROW_PX }} /> : null
}
