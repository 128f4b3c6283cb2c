import type { MapScheme } from '../map-scheme.ts'
import type { Rect } from './clip.ts'
import { PICTURE_COLORS } from './picture-colors.ts'
import type { PictureSink } from './picture-sink.ts'

const RADIUS_PX = 4
const CORNER_STEPS = 4

/** The ground of a title, legend or scale, on which they read over whatever the map shows there. */
export function drawPlate(sink: PictureSink, rect: Rect, scheme: MapScheme): void {
  const { plate, line } = PICTURE_COLORS[scheme]
  sink.beginPath()
  traceRounded(sink, rect)
  sink.fill(plate)
  sink.stroke(line, 0.75, [])
}

function traceRounded(sink: PictureSink, { minX, minY, maxX, maxY }: Rect): void {
  const corners = [
    [maxX - RADIUS_PX, minY + RADIUS_PX],
    [maxX - RADIUS_PX, maxY - RADIUS_PX],
    [minX + RADIUS_PX, maxY - RADIUS_PX],
    [minX + RADIUS_PX, minY + RADIUS_PX],
  ] as const
  corners.forEach(([x, y], corner) => {
    for (let step = 0; step <= CORNER_STEPS; step += 1) {
      const angle = ((corner - 1 + step / CORNER_STEPS) * Math.PI) / 2
      const [atX, atY] = [x + RADIUS_PX * Math.cos(angle), y + RADIUS_PX * Math.sin(angle)]
      if (corner === 0 && step === 0) sink.moveTo(atX, atY)
      else sink.lineTo(atX, atY)
    }
  })
  sink.closePath()
}
