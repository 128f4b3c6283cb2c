import { COLORS, STYLES, type TextStyle } from '../style.ts'
import type { Faces } from '../text/open-face.ts'
import { type SetText, setText } from '../text/set-text.ts'
import type { Box } from './box.ts'
import type { Align, Canvas, StructElement } from './canvas.ts'
import type { Piece } from './piece.ts'

export interface TableColumn {
  readonly title: string
  readonly width: number
  readonly align?: Align
}

export interface TableCell {
  readonly text: string
  readonly style?: TextStyle
  /** Room kept free left of the text for what `adorn` draws. */
  readonly indent?: number
  /** Draws beside the text what the text says too; no content of its own. */
  adorn?(canvas: Canvas, x: number, y: number, width: number, lineHeight: number): void
}

export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
  /** Index of a row on a tinted ground, or -1. */
  readonly marked?: number
  readonly cellStyle?: TextStyle
}

const PAD = 1.7
const COLUMN_GAP = 8
/** A row taller than this may be divided between lines. */
const TALLEST_WHOLE_ROW = 150
const LINES_A_PART = 8

/** A table as pieces: its head, repeated on every page it reaches, and its rows. */
export function table(faces: Faces, spec: Table, gapBefore = 4): Piece[] {
  const state: TableState = { element: null }
  const head = headBox(faces, spec, state)
  const repeated = headBox(faces, spec, null)
  const rows = spec.rows.flatMap((cells, index) =>
    rowPieces(faces, spec, cells, index === spec.marked, state, repeated),
  )
  return [{ height: head.height, gapBefore, keepWithNext: rows.length > 0, repeated: null, draw: head.draw }, ...rows]
}

/** Made when the table is first drawn: structure follows the order of drawing. */
interface TableState {
  element: StructElement | null
}

function tableElement(canvas: Canvas, state: TableState): StructElement {
  state.element ??= canvas.element('Table')
  return state.element
}

/** The head; without a state it is the repetition on a later page, which is no content. */
function headBox(faces: Faces, { columns }: Table, state: TableState | null): Box {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const titles = columns.map((column, index) =>
    setText(faces, column.title, STYLES.tableHead, textWidth(columns, index)),
  )
  const lines = Math.max(1, ...titles.map((title) => title.lines.length))
  const height = lines * STYLES.tableHead.lineHeight + PAD + 1
  return {
    width,
    height,
    draw(canvas, x, y) {
      const drawTitle = (index: number, left: number) => {
        const title = titles[index]
        if (!title) return
        const top = y + (lines - title.lines.length) * STYLES.tableHead.lineHeight
        canvas.lines(title, left, top, columns[index]?.align ?? 'left', textWidth(columns, index))
      }
      const row = state ? canvas.element('TR', {}, tableElement(canvas, state)) : null
      let left = x
      columns.forEach((column, index) => {
        const at = left
        if (row) {
          const cell = canvas.element('TH', { scope: 'Column' }, row)
          canvas.within(cell, () => drawTitle(index, at))
        } else canvas.artifact(() => drawTitle(index, at))
        left += column.width
      })
      canvas.artifact(() => canvas.rule(x, y + height - 0.4, width, COLORS.strongRule, 0.6))
    },
  }
}

function textWidth(columns: readonly TableColumn[], index: number): number {
  const { width } = columns[index] ?? { width: 0 }
  return width - (index === columns.length - 1 ? 0 : COLUMN_GAP)
}

interface SetCell {
  readonly cell: TableCell
  readonly text: SetText
  readonly x: number
  readonly width: number
  readonly align: Align
}

function rowPieces(
  faces: Faces,
  { columns, cellStyle = STYLES.small }: Table,
  cells: readonly TableCell[],
  isMarked: boolean,
  state: TableState,
  repeated: Box,
): Piece[] {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  let left = 0
  const set = columns.map((column, index): SetCell => {
    const cell = cells[index] ?? { text: '' }
    const room = textWidth(columns, index) - (cell.indent ?? 0)
    const x = left + (cell.indent ?? 0)
    left += column.width
    const text = setText(faces, cell.text, cell.style ?? cellStyle, room)
    return { cell, text, x, width: room, align: column.align ?? 'left' }
  })
  const { lineHeight } = cellStyle
  const lineCount = Math.max(1, ...set.map(({ text }) => text.lines.length))
  const isWhole = lineCount * lineHeight + 2 * PAD <= TALLEST_WHOLE_ROW
  const linesAPart = isWhole ? lineCount : LINES_A_PART
  const elements: StructElement[] = []

  const pieces: Piece[] = []
  for (let from = 0; from < lineCount; from += linesAPart) {
    const to = Math.min(lineCount, from + linesAPart)
    const isFirst = from === 0
    const isLast = to === lineCount
    const top = isFirst ? PAD : 0
    const height = (to - from) * lineHeight + top + (isLast ? PAD : 0)
    pieces.push({
      height,
      gapBefore: 0,
      keepWithNext: false,
      repeated,
      draw(canvas, x, y) {
        if (isMarked) canvas.artifact(() => canvas.rect(x - 4, y, width + 8, height, COLORS.panel))
        if (isFirst) elements.push(...cellElements(canvas, set, state))
        set.forEach(({ cell, text, x: offset, width: room, align }, index) => {
          const element = elements[index]
          if (isFirst && cell.adorn) {
            const { adorn, indent = 0 } = cell
            canvas.artifact(() => adorn(canvas, x + offset - indent, y + top, room + indent, lineHeight))
          }
          const end = Math.min(to, text.lines.length)
          if (!element || end <= from) return
          canvas.within(element, () => canvas.lines(text, x + offset, y + top, align, room, from, end))
        })
        if (isLast) canvas.artifact(() => canvas.rule(x, y + height, width, COLORS.rule, 0.4))
      },
    })
  }
  return pieces
}

function cellElements(canvas: Canvas, cells: readonly SetCell[], state: TableState): StructElement[] {
  const row = canvas.element('TR', {}, tableElement(canvas, state))
  return cells.map(({ text }, index) => {
    const actual = text.actual === null ? {} : { actual: text.actual }
    return index === 0 ? canvas.element('TH', { scope: 'Row', ...actual }, row) : canvas.element('TD', actual, row)
  })
}
