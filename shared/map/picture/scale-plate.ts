import { latitudeOf, metersPerPixel, worldSizePx } from '../mercator.ts'
import type { PictureFrame } from './drawable-layer.ts'
import type { LoosePlate } from './furniture.ts'
import { PICTURE_COLORS } from './picture-colors.ts'
import type { PictureSink, PictureText } from './picture-sink.ts'
import { drawPlate } from './plate.ts'
import { roundKilometers, roundMiles } from './scale-lengths.ts'

const WIDEST_PX = 120
const NORTH_WIDTH_PX = 22
const PADDING_PX = 8
const HEIGHT_PX = 44

/** Bars of a round number of miles and kilometres, true at the picture's middle, and where north is. */
export function scalePlate({ window, scheme }: Pick<PictureFrame, 'window' | 'scheme'>): LoosePlate {
  const colors = PICTURE_COLORS[scheme]
  const latitude = latitudeOf((window.top + window.height / 2) / worldSizePx(window.zoom))
  const perPixel = metersPerPixel(latitude, window.zoom)
  const miles = roundMiles(WIDEST_PX * perPixel)
  const kilometers = roundKilometers(WIDEST_PX * perPixel)
  const bars = [miles.meters / perPixel, kilometers.meters / perPixel] as const
  const look: PictureText = { sizePx: 9.5, weight: 500, color: colors.ink }
  return {
    width: NORTH_WIDTH_PX + Math.max(...bars, 40) + 2 * PADDING_PX,
    height: HEIGHT_PX,
    draw(sink, left, top) {
      drawPlate(sink, { minX: left, minY: top, maxX: left + this.width, maxY: top + this.height }, scheme)
      drawNorth(sink, left + PADDING_PX + 6, top + 6, colors.ink)
      const start = left + PADDING_PX + NORTH_WIDTH_PX
      const middle = top + HEIGHT_PX / 2
      const line = (points: readonly (readonly [number, number])[]) => {
        sink.beginPath()
        for (const [index, [x, y]] of points.entries()) {
          if (index === 0) sink.moveTo(x, y)
          else sink.lineTo(x, y)
        }
        sink.stroke(colors.ink, 1.2, [])
      }
      line([
        [start, middle - 5],
        [start, middle],
        [start + bars[0], middle],
        [start + bars[0], middle - 5],
      ])
      line([
        [start, middle + 5],
        [start, middle],
        [start + bars[1], middle],
        [start + bars[1], middle + 5],
      ])
      sink.text(miles.text, start + 4, middle - 9, look)
      sink.text(kilometers.text, start + 4, middle + 10, look)
    },
  }
}

/** A needle under its N; Mercator has north up everywhere. */
function drawNorth(sink: PictureSink, x: number, top: number, color: string): void {
  sink.text('N', x, top + 4, { sizePx: 10, weight: 700, color, anchor: 'middle' })
  sink.beginPath()
  sink.moveTo(x, top + 11)
  sink.lineTo(x + 5, top + 30)
  sink.lineTo(x, top + 26)
  sink.lineTo(x - 5, top + 30)
  sink.closePath()
  sink.fill(color)
}
