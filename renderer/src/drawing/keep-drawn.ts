import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { checkFigure } from '../../../shared/domain/annotations/check-figure.ts'
import type { AppStore } from '../stores/app-store.ts'
import { SHAPE_NAMES } from './drawing-actions.ts'
import { draftText } from './measure-text.ts'
import { newAnnotation } from './new-annotation.ts'

/** Keeps in the catalog what was drawn and selects it; what to tell of it, or null after the reason against it was told. */
export async function keepDrawn(store: AppStore, figure: AnnotationFigure): Promise<string | null> {
  const state = store.getState()
  const check = checkFigure(figure)
  if (!check.ok) {
    state.notify('error', check.reason)
    return null
  }
  const name = SHAPE_NAMES[figure.shape]
  const create = [newAnnotation(check.figure, state)]
  const created = await state.writeAnnotations({ create, stepLabel: `Draw ${name.toLowerCase()}` })
  if (created === null) return null
  store.getState().selectAnnotations(created)
  // A text without words is not there yet.
  if (figure.shape === 'text') store.getState().typeText(created[0] ?? null)
  const isMeasured = figure.geometry.type !== 'Point' || figure.radiusMetres !== null
  return isMeasured ? `${name} is kept: ${draftText(check.figure, state.measureUnits)}.` : `${name} is kept.`
}
