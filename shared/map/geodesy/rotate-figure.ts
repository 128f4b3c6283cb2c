import type { AnnotationFigure } from '../../domain/annotations/annotation-figure.ts'
import { figureCenter } from './figure-box.ts'
import { mapFigure } from './map-figure.ts'
import { metresPerDegree } from './metres-per-degree.ts'

/** Turns a figure about its middle by degrees clockwise, in the plane that touches the ellipsoid there. */
export function rotateFigure(figure: AnnotationFigure, degrees: number): AnnotationFigure {
  const [middleLongitude, middleLatitude] = figureCenter(figure)
  const metres = metresPerDegree(middleLatitude)
  const sine = Math.sin((degrees * Math.PI) / 180)
  const cosine = Math.cos((degrees * Math.PI) / 180)
  return mapFigure(figure, ([longitude, latitude]) => {
    const east = (longitude - middleLongitude) * metres.longitude
    const north = (latitude - middleLatitude) * metres.latitude
    return [
      middleLongitude + (east * cosine + north * sine) / metres.longitude,
      middleLatitude + (north * cosine - east * sine) / metres.latitude,
    ]
  })
}
