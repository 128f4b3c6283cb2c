import type { AreaIndex } from '../../../shared/map/areas/area-index.ts'
import type { CountyOperator } from '../../../shared/map/areas/area-operators.ts'
import { OPERATOR_OPACITY, operatorColor } from '../../../shared/map/areas/operator-colors.ts'
import { isAreaInWindow, traceArea } from '../../../shared/map/areas/trace-area.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import type { PathSink } from '../../../shared/map/path-sink.ts'
import type { DrawableLayer, PictureFrame, PictureLegendItem } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasOverlay } from '../map/canvas-overlay.ts'
import { canvasPathSink } from '../map/canvas-path-sink.ts'
import { clearedContext } from '../map/cleared-context.ts'
import { operatorLegend } from './operator-legend.ts'

/** Counties shaded by their grid operator, as far as the catalog tells. */
export class OperatorsLayer extends CanvasOverlay implements DrawableLayer {
  readonly #areas: AreaIndex
  #operators: ReadonlyMap<string, CountyOperator> = new Map()
  #scheme: MapScheme = 'light'

  constructor(areas: AreaIndex) {
    super('operators', 205)
    this.#areas = areas
  }

  show(operators: ReadonlyMap<string, CountyOperator>, scheme: MapScheme): void {
    this.#operators = operators
    this.#scheme = scheme
    this.requestPaint()
  }

  drawTo(sink: PictureSink, { window, scheme }: PictureFrame): void {
    this.#draw(sink, window, scheme)
  }

  pictureLegend(scheme: MapScheme): PictureLegendItem[] {
    return [
      { symbol: 'heading', text: 'Grid operator, derived and approximate' },
      ...operatorLegend(this.#operators).map(({ operator, text }): PictureLegendItem => {
        const color = operatorColor(operator, scheme)
        return { symbol: 'area', fill: `${color}${OPERATOR_OPACITY.county}`, stroke: null, text }
      }),
    ]
  }

  protected override paint(canvas: HTMLCanvasElement, window: MapWindow, pixelRatio: number): void {
    const context = clearedContext(canvas, pixelRatio)
    if (!context) return
    this.#draw(canvasPathSink(context), window, this.#scheme)
  }

  /** One path for each shade: neighbours of one operator meet without a seam. */
  #draw(sink: PathSink, window: MapWindow, scheme: MapScheme): void {
    const shades = new Map<string, AreaIndex['counties'][number][]>()
    for (const county of this.#areas.counties) {
      const known = this.#operators.get(county.fips)
      if (!known || !isAreaInWindow(county, window)) continue
      const shade = `${operatorColor(known.operator, scheme)}${OPERATOR_OPACITY[known.basis]}`
      const members = shades.get(shade)
      if (members) members.push(county)
      else shades.set(shade, [county])
    }
    for (const [shade, counties] of shades) {
      sink.beginPath()
      for (const county of counties) traceArea(sink, county, window)
      sink.fill(shade)
    }
  }
}
