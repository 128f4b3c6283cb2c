import type { LatLng } from 'leaflet'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'

/** One use of a drawing tool, whether the pointer leads it or the keys do. */
export interface ToolSession {
  /** The crosshair, or a finger that is not there, is over this place. */
  moveTo(at: LatLng): void
  /** Sets a point there. */
  place(at: LatLng): void
  /** Takes the last point back. */
  back(): void
  /** Ends the shape; what is missing for that, or null when it is done. */
  finish(): string | null
  /** Leaves; what was not finished is gone. */
  stop(): void
}

export interface ToolHandlers {
  /** What is being drawn, to be measured; null when there is nothing yet. */
  onDraft(figure: AnnotationFigure | null): void
  /** A point was set, or taken back; so many there are. */
  onPoints(count: number): void
  onDrawn(figure: AnnotationFigure): void
}
