import type { Rect } from './clip.ts'
import type { PictureFrame, PictureLegendItem } from './drawable-layer.ts'
import { legendPlate } from './legend-plate.ts'
import { PICTURE_COLORS } from './picture-colors.ts'
import type { PictureSink, PictureText } from './picture-sink.ts'
import { drawPlate } from './plate.ts'
import { scalePlate } from './scale-plate.ts'

/** What is written over and beside a map so that it can stand alone. */
export interface PictureCaption {
  /** Empty for none. */
  readonly title: string
  /** Scenario and date; empty for none. */
  readonly subtitle: string
  readonly legend: readonly PictureLegendItem[]
  /** Whose data the map shows. */
  readonly credit: string
  readonly hasScale: boolean
}

/** A part that lies over the map: where, and how it is drawn. */
export interface Plate {
  readonly rect: Rect
  draw(sink: PictureSink): void
}

type Sized = Omit<PictureFrame, 'obstacles'>

const MARGIN_PX = 12
const PADDING_PX = 10

/** Title at the top left, scale and north at the bottom left, legend and credit at the bottom right. */
export function furniture(frame: Sized, caption: PictureCaption): Plate[] {
  const { width, height } = frame.window
  const credit = caption.credit === '' ? null : creditPlate(frame, caption.credit)
  const bottom = height - (credit ? credit.rect.maxY - credit.rect.minY : 0)
  const plates: Plate[] = []
  if (caption.title !== '' || caption.subtitle !== '') plates.push(titlePlate(frame, caption))
  if (caption.hasScale) {
    const scale = scalePlate(frame)
    plates.push(movedTo(scale, MARGIN_PX, bottom - MARGIN_PX - scale.height))
  }
  if (caption.legend.length > 0) {
    const legend = legendPlate(frame, caption.legend, bottom - 2 * MARGIN_PX - 90)
    plates.push(movedTo(legend, width - MARGIN_PX - legend.width, bottom - MARGIN_PX - legend.height))
  }
  if (credit) plates.push(credit)
  return plates
}

/** A plate that does not know yet where it goes. */
export interface LoosePlate {
  readonly width: number
  readonly height: number
  draw(sink: PictureSink, left: number, top: number): void
}

function movedTo(plate: LoosePlate, left: number, top: number): Plate {
  const rect = { minX: left, minY: top, maxX: left + plate.width, maxY: top + plate.height }
  return { rect, draw: (sink) => plate.draw(sink, left, top) }
}

function titlePlate(frame: Sized, { title, subtitle }: PictureCaption): Plate {
  const colors = PICTURE_COLORS[frame.scheme]
  const titleLook: PictureText = { sizePx: 17, weight: 700, color: colors.ink }
  const subtitleLook: PictureText = { sizePx: 11, weight: 400, color: colors.quietInk }
  const widest = frame.window.width - 2 * (MARGIN_PX + PADDING_PX)
  const lines = [
    ...(title === '' ? [] : [{ text: cutTo(frame, title, titleLook, widest), look: titleLook, height: 22 }]),
    ...(subtitle === ''
      ? []
      : [{ text: cutTo(frame, subtitle, subtitleLook, widest), look: subtitleLook, height: 16 }]),
  ]
  const width = Math.max(...lines.map(({ text, look }) => frame.measure(text, look))) + 2 * PADDING_PX
  const height = lines.reduce((sum, line) => sum + line.height, 0) + PADDING_PX
  const rect = { minX: MARGIN_PX, minY: MARGIN_PX, maxX: MARGIN_PX + width, maxY: MARGIN_PX + height }
  return {
    rect,
    draw(sink) {
      drawPlate(sink, rect, frame.scheme)
      let top = rect.minY + PADDING_PX / 2
      for (const { text, look, height: line } of lines) {
        sink.text(text, rect.minX + PADDING_PX, top + line / 2, look)
        top += line
      }
    },
  }
}

/** A strip along the foot of the picture, in as many lines as it takes: a credit must not be cut. */
function creditPlate(frame: Sized, credit: string): Plate {
  const { width, height } = frame.window
  const colors = PICTURE_COLORS[frame.scheme]
  const look: PictureText = { sizePx: 8.5, weight: 400, color: colors.quietInk, anchor: 'end' }
  const lines = wrapped(frame, credit, look, width - 2 * MARGIN_PX)
  const lineHeight = 12
  const rect = { minX: 0, minY: height - lines.length * lineHeight - 4, maxX: width, maxY: height }
  return {
    rect,
    draw(sink) {
      sink.beginPath()
      sink.moveTo(rect.minX, rect.minY)
      sink.lineTo(rect.maxX, rect.minY)
      sink.lineTo(rect.maxX, rect.maxY)
      sink.lineTo(rect.minX, rect.maxY)
      sink.closePath()
      sink.fill(colors.plate)
      lines.forEach((line, index) => {
        sink.text(line, width - MARGIN_PX, rect.minY + 2 + (index + 0.5) * lineHeight, look)
      })
    },
  }
}

/** A text that fits, with an ellipsis where its end is left out. */
export function cutTo(frame: Pick<PictureFrame, 'measure'>, text: string, look: PictureText, widest: number): string {
  if (frame.measure(text, look) <= widest) return text
  const letters = [...text]
  while (letters.length > 0 && frame.measure(`${letters.join('').trimEnd()}…`, look) > widest) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

function wrapped(frame: Sized, text: string, look: PictureText, widest: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length === 0 || frame.measure(longer, look) > widest) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
