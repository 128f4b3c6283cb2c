import type { MapArea } from '../../../shared/map/areas/area-set.ts'
import { traceArea } from '../../../shared/map/areas/trace-area.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from '../map/canvas-overlay.ts'
import { canvasPathSink } from '../map/canvas-path-sink.ts'
import { clearedContext } from '../map/cleared-context.ts'

const COLORS: Readonly<Record<MapScheme, { readonly fill: string; readonly stroke: string }>> = {
  light: { fill: '#1d5cb817', stroke: '#1d5cb8' },
  dark: { fill: '#74abf51f', stroke: '#74abf5' },
  print: { fill: '#1d5cb817', stroke: '#1d5cb8' },
}

/** The outline of the county or state that was clicked. */
export class AreaHighlight extends CanvasOverlay {
  #area: MapArea | null = null
  #scheme: MapScheme = 'light'

  constructor() {
    super('area', 398)
  }

  show(area: MapArea | null, scheme: MapScheme): void {
    this.#area = area
    this.#scheme = scheme
    this.requestPaint()
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = clearedContext(canvas, pixelRatio)
    if (!context) return
    if (!this.#area) return
    const sink = canvasPathSink(context)
    sink.beginPath()
    traceArea(sink, this.#area, window)
    sink.fill(COLORS[this.#scheme].fill)
    sink.stroke(COLORS[this.#scheme].stroke, 2, [])
  }
}
