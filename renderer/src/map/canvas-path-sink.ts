import type { PathSink } from '../../../shared/map/path-sink.ts'

/** The map's drawing calls on a 2D canvas. */
export function canvasPathSink(context: CanvasRenderingContext2D): PathSink {
  context.lineJoin = 'round'
  return {
    beginPath: () => context.beginPath(),
    moveTo: (x, y) => context.moveTo(x, y),
    lineTo: (x, y) => context.lineTo(x, y),
    closePath: () => context.closePath(),
    fill(color) {
      context.fillStyle = color
      context.fill('nonzero')
    },
    stroke(color, width, dash) {
      context.strokeStyle = color
      context.lineWidth = width
      context.setLineDash([...dash])
      context.stroke()
    },
  }
}
