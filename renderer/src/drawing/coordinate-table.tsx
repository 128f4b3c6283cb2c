import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationFigure, LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'
import { formatCoordinates } from '../../../shared/map/coordinates/format-coordinates.ts'
import { readCoordinates } from '../../../shared/map/coordinates/read-coordinates.ts'
import { midpoint } from '../../../shared/map/geodesy/midpoint.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { vertexPaths, withPath } from './figure-vertices.ts'

interface CoordinateTableProps {
  readonly annotation: Annotation
  readonly isLocked: boolean
  onFigure(figure: AnnotationFigure): void
  onRefuse(reason: string): void
}

const FORMATS = [
  ['decimal', 'Decimal'],
  ['dms', 'Deg, min, sec'],
] as const

type Format = (typeof FORMATS)[number][0]

/** More rows than this at once would make every key press slow. */
const PAGE_ROWS = 100

/** The vertices of an annotation, to be read, typed, added and taken away by keys alone. */
export function CoordinateTable({ annotation, isLocked, onFigure, onRefuse }: CoordinateTableProps) {
  const { figure } = annotation
  const [format, setFormat] = useState<Format>('decimal')
  const [page, setPage] = useState(0)
  const hintId = useId()
  const rows = vertexPaths(figure).flatMap((path, pathAt) => path.map((place, at) => ({ path, pathAt, place, at })))
  const pages = Math.ceil(rows.length / PAGE_ROWS)
  const shown = Math.min(page, Math.max(0, pages - 1))
  const isPoint = figure.geometry.type === 'Point'

  const change = (path: number, vertices: readonly LonLat[]) => {
    const changed = withPath(figure, path, vertices)
    if (changed) onFigure(changed)
    else
      onRefuse(
        isPoint ? 'A point cannot lose its place.' : 'That many vertices are needed; delete the whole drawing instead.',
      )
  }
  return (
    <div className="coordinates">
      <div className="coordinates__head">
        <span id={hintId} className="coordinates__hint">
          {isPoint ? 'Any notation can be typed.' : 'Enter keeps, Ctrl+Enter adds after, Ctrl+Delete removes.'}
        </span>
        <select
          aria-label="Notation of the coordinates"
          value={format}
          onChange={(event) => setFormat(event.currentTarget.value as Format)}
        >
          {FORMATS.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <ol className="coordinates__rows" start={shown * PAGE_ROWS + 1}>
        {rows.slice(shown * PAGE_ROWS, (shown + 1) * PAGE_ROWS).map(({ path, pathAt, place, at }, index) => (
          <VertexRow
            key={`${pathAt}-${at}`}
            number={shown * PAGE_ROWS + index + 1}
            isNewPath={at === 0 && pathAt > 0}
            text={writePlace(place, format)}
            hintId={hintId}
            isLocked={isLocked}
            canAdd={!isPoint}
            onPlace={(typed) => change(pathAt, path.with(at, typed))}
            onRefuse={onRefuse}
            onAdd={() => change(pathAt, path.toSpliced(at + 1, 0, between(path, at, figure)))}
            onRemove={() => change(pathAt, path.toSpliced(at, 1))}
          />
        ))}
      </ol>
      {pages > 1 ? (
        <div className="coordinates__pages">
          <button type="button" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
            Before
          </button>
          <span className="num">
            {shown + 1} of {pages}
          </span>
          <button type="button" disabled={shown === pages - 1} onClick={() => setPage(shown + 1)}>
            After
          </button>
        </div>
      ) : null}
    </div>
  )
}

interface VertexRowProps {
  readonly number: number
  readonly isNewPath: boolean
  readonly text: string
  readonly hintId: string
  readonly isLocked: boolean
  readonly canAdd: boolean
  onPlace(place: LonLat): void
  onRefuse(reason: string): void
  onAdd(): void
  onRemove(): void
}

function VertexRow(props: VertexRowProps) {
  const { number, text, isLocked, canAdd, onPlace, onRefuse, onAdd, onRemove } = props
  const [typed, setTyped] = useState<string | null>(null)

  const commit = () => {
    if (typed !== null && typed.trim() !== text) {
      const { readings, problem } = readCoordinates(typed)
      const reading = readings[0]
      if (reading) onPlace([reading.longitude, reading.latitude])
      else onRefuse(problem ?? `"${typed.slice(0, 40)}" is no place; type latitude and longitude, as 31.5, -97.1.`)
    }
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isCommand = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') {
      event.stopPropagation()
      setTyped(null)
    } else if (event.key === 'Enter' && isCommand && canAdd && !isLocked) {
      onAdd()
      focusRow(event.currentTarget, 1)
    } else if (event.key === 'Enter') commit()
    else if (event.key === 'Delete' && isCommand && canAdd && !isLocked) onRemove()
    else if (event.key === 'ArrowDown') focusRow(event.currentTarget, 1)
    else if (event.key === 'ArrowUp') focusRow(event.currentTarget, -1)
    else return
    event.preventDefault()
  }
  return (
    <li className="coordinates__row" data-new-path={props.isNewPath}>
      <span className="coordinates__number num" aria-hidden>
        {number}
      </span>
      <input
        className="coordinates__input num"
        aria-label={`Vertex ${number}, latitude and longitude`}
        aria-describedby={props.hintId}
        value={typed ?? text}
        readOnly={isLocked}
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {canAdd && !isLocked ? (
        <>
          <IconButton label={`Add a vertex after ${number}`} onClick={onAdd}>
            <IconPlus size={14} stroke={1.8} />
          </IconButton>
          <IconButton label={`Remove vertex ${number}`} onClick={onRemove}>
            <IconTrash size={14} stroke={1.8} />
          </IconButton>
        </>
      ) : null}
    </li>
  )
}

function focusRow(input: HTMLInputElement, step: 1 | -1): void {
  const inputs = [...(input.closest('ol')?.querySelectorAll('input') ?? [])]
  inputs[inputs.indexOf(input) + step]?.focus()
}

/** Half way to the next vertex; past the end of a line as far on as the last leg is long. */
function between(path: readonly LonLat[], at: number, figure: AnnotationFigure): LonLat {
  const here = path[at] ?? [0, 0]
  const isLine = figure.geometry.type === 'LineString'
  const next = path[at + 1] ?? (isLine ? undefined : path[0])
  if (next) {
    const [longitude, latitude] = midpoint(here, next)
    return [longitude, latitude]
  }
  const before = path[at - 1] ?? here
  return [2 * here[0] - before[0], 2 * here[1] - before[1]]
}

/** To a tenth of a metre in decimal degrees, and to three metres in seconds as other programs print them. */
function writePlace([longitude, latitude]: LonLat, format: Format): string {
  return format === 'decimal'
    ? `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`
    : formatCoordinates({ latitude, longitude }, 'dms')
}
