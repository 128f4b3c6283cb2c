import { LayerGroup } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { drawAnnotations } from '../../../shared/map/picture/draw-annotations.ts'
import type { DrawableLayer, PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import type { PictureSink } from '../../../shared/map/picture/picture-sink.ts'
import { DRAWINGS_PANE } from './drawing-panes.ts'

/** The layers of all annotations; as one it draws them on pictures of the map. */
export class DrawnGroup extends LayerGroup implements DrawableLayer {
  readonly #annotations: () => readonly Annotation[]

  constructor(annotations: () => readonly Annotation[]) {
    super([], { pane: DRAWINGS_PANE })
    this.#annotations = annotations
  }

  drawTo(sink: PictureSink, frame: PictureFrame): void {
    drawAnnotations(sink, this.#annotations(), frame)
  }
}
