import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { figureCenter } from '../../../shared/map/geodesy/figure-box.ts'
import { mapFigure } from '../../../shared/map/geodesy/map-figure.ts'

/** The map shows the world again and again; what is drawn on a copy of it belongs on the one from -180 to 180 degrees. */
export function inOneWorld(figure: AnnotationFigure): AnnotationFigure {
  const turns = Math.round(figureCenter(figure)[0] / 360)
  return turns === 0 ? figure : mapFigure(figure, ([longitude, latitude]) => [longitude - 360 * turns, latitude])
}
