import { traceShape } from '../kind-shapes.ts'
import type { PictureFrame, PictureLegendItem } from './drawable-layer.ts'
import { cutTo, type LoosePlate } from './furniture.ts'
import { PICTURE_COLORS } from './picture-colors.ts'
import type { PictureSink, PictureText } from './picture-sink.ts'
import { drawPlate } from './plate.ts'

const PADDING_PX = 9
const ROW_PX = 16
const SYMBOL_PX = 20
const COLUMN_GAP_PX = 14
const WIDEST_TEXT_PX = 210

/** What marks, lines and areas mean, in as many columns as the height asks for. */
export function legendPlate(
  frame: Pick<PictureFrame, 'scheme' | 'measure'>,
  items: readonly PictureLegendItem[],
  mostHeight: number,
): LoosePlate {
  const { scheme } = frame
  const colors = PICTURE_COLORS[scheme]
  const looks: Readonly<Record<'heading' | 'item', PictureText>> = {
    heading: { sizePx: 10, weight: 700, color: colors.ink },
    item: { sizePx: 10, weight: 400, color: colors.quietInk },
  }
  const lookOf = (item: PictureLegendItem) => (item.symbol === 'heading' ? looks.heading : looks.item)
  const rows = Math.max(1, Math.min(items.length, Math.floor((mostHeight - 2 * PADDING_PX) / ROW_PX)))
  const columns: { items: readonly (readonly [PictureLegendItem, string])[]; width: number }[] = []
  for (let at = 0; at < items.length; at += rows) {
    const named = items
      .slice(at, at + rows)
      .map((item) => [item, cutTo(frame, item.text, lookOf(item), WIDEST_TEXT_PX)] as const)
    const widths = named.map(
      ([item, text]) => frame.measure(text, lookOf(item)) + (item.symbol === 'heading' ? 0 : SYMBOL_PX),
    )
    columns.push({ items: named, width: Math.max(...widths) })
  }
  const width = columns.reduce((sum, column) => sum + column.width + COLUMN_GAP_PX, -COLUMN_GAP_PX) + 2 * PADDING_PX
  const height = rows * ROW_PX + 2 * PADDING_PX
  return {
    width,
    height,
    draw(sink, left, top) {
      drawPlate(sink, { minX: left, minY: top, maxX: left + width, maxY: top + height }, scheme)
      let columnLeft = left + PADDING_PX
      for (const column of columns) {
        column.items.forEach(([item, text], row) => {
          const y = top + PADDING_PX + (row + 0.5) * ROW_PX
          if (item.symbol !== 'heading') drawSymbol(sink, item, columnLeft + SYMBOL_PX / 2 - 4, y, colors.plate)
          sink.text(text, columnLeft + (item.symbol === 'heading' ? 0 : SYMBOL_PX), y, lookOf(item))
        })
        columnLeft += column.width + COLUMN_GAP_PX
      }
    },
  }
}

const RADIUS_PX = 4.4

function drawSymbol(
  sink: PictureSink,
  item: Exclude<PictureLegendItem, { symbol: 'heading' }>,
  x: number,
  y: number,
  plateColor: string,
) {
  sink.beginPath()
  if (item.symbol === 'marker') {
    traceShape(sink, item.shape, x, y, item.fill ? RADIUS_PX - 0.8 : RADIUS_PX)
    if (item.fill) sink.stroke(item.color, 1.6, item.fill === 'unknown' ? [2.2, 1.6] : [])
    else sink.fill(item.color)
    if (!item.barred) return
    for (const [color, width] of [
      [plateColor, 3.2],
      [item.color, 1.4],
    ] as const) {
      sink.beginPath()
      sink.moveTo(x - RADIUS_PX, y + RADIUS_PX)
      sink.lineTo(x + RADIUS_PX, y - RADIUS_PX)
      sink.stroke(color, width, [])
    }
    return
  }
  if (item.symbol === 'line') {
    sink.moveTo(x - 6, y)
    sink.lineTo(x + 6, y)
    sink.stroke(item.color, Math.min(5, item.widthPx), [])
    return
  }
  sink.moveTo(x - 6, y - 4.5)
  sink.lineTo(x + 6, y - 4.5)
  sink.lineTo(x + 6, y + 4.5)
  sink.lineTo(x - 6, y + 4.5)
  sink.closePath()
  sink.fill(item.fill)
  if (item.stroke !== null) sink.stroke(item.stroke, 1, [])
}
