/** What can be odd about an annotation: it lies at 0, 0, where no site is, or its outline crosses itself. */
export const ANNOTATION_MARKS = ['atZeroZero', 'crossesItself'] as const

export type AnnotationMark = (typeof ANNOTATION_MARKS)[number]
