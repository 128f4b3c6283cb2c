import { drawMark, type FeatureMark } from '../../../shared/map/layers/draw-mark.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from '../map/canvas-overlay.ts'
import { canvasPathSink } from '../map/canvas-path-sink.ts'

/** Marks the feature under the pointer and the chosen one, over all reference layers. */
export class HighlightLayer extends CanvasOverlay {
  #marks: readonly FeatureMark[] = []
  #scheme: MapScheme = 'light'

  constructor() {
    super('reference-marks', 418)
  }

  mark(marks: readonly FeatureMark[], scheme: MapScheme): void {
    // A move of the pointer over empty ground must not paint.
    if (marks.length === 0 && this.#marks.length === 0) return
    this.#marks = marks
    this.#scheme = scheme
    this.requestPaint()
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = canvas.getContext('2d')
    if (!context) return
    context.clearRect(0, 0, canvas.width, canvas.height)
    const sink = canvasPathSink(context)
    for (const mark of this.#marks) drawMark(sink, mark, window, this.#scheme, pixelRatio)
  }
}
