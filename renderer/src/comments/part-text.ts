import { type AnnotationPart, type AnnotationStyle, annotationParts } from '../../../shared/contract/annotations.ts'
import { categoryLabel } from '../../../shared/domain/annotations/annotation-category.ts'
import { checkFigure } from '../../../shared/domain/annotations/check-figure.ts'
import { figureMeasures } from '../../../shared/map/geodesy/figure-measures.ts'
import { formatArea, formatLength } from '../../../shared/map/geodesy/format-measure.ts'

/** What a part of a drawing is called in a sentence. */
export const PART_NAMES: Readonly<Record<AnnotationPart, string>> = {
  figure: 'the shape',
  siteId: 'the site',
  groupId: 'the layer',
  label: 'the label',
  text: 'the text',
  category: 'the kind',
  style: 'the style',
  photo: 'the photo',
}

/** A version of a part, as a user reads it. */
export function partText(
  part: AnnotationPart,
  value: unknown,
  nameOf: (kind: 'site' | 'group', id: string) => string,
): string {
  if (part === 'figure') return figureText(value)
  const parsed = annotationParts[part].safeParse(value)
  if (!parsed.success) return 'none'
  switch (part) {
    case 'siteId':
      return parsed.data === null ? 'The region' : nameOf('site', String(parsed.data))
    case 'groupId':
      return parsed.data === null ? 'No layer' : nameOf('group', String(parsed.data))
    case 'category':
      return categoryLabel(parsed.data as Parameters<typeof categoryLabel>[0])
    case 'style': {
      const { strokeColor, strokeWidthPx, dash, fillOpacity } = parsed.data as AnnotationStyle
      return `${strokeColor}, ${strokeWidthPx} px, ${dash}, filled ${Math.round(fillOpacity * 100)}%`
    }
    case 'photo':
      return parsed.data === null ? 'No photo' : 'A photo'
    default:
      return parsed.data === '' ? 'Empty' : String(parsed.data)
  }
}

function figureText(value: unknown): string {
  const check = checkFigure(value)
  if (!check.ok) return 'none'
  const { areaM2, lengthM } = figureMeasures(check.figure)
  if (areaM2 !== null) return `A ${check.figure.shape} of ${formatArea(areaM2, 'us')}`
  if (lengthM !== null) return `A ${check.figure.shape} of ${formatLength(lengthM, 'us')}`
  const { geometry, shape } = check.figure
  const [longitude, latitude] = geometry.type === 'Point' ? geometry.coordinates : [0, 0]
  return `A ${shape} at ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
