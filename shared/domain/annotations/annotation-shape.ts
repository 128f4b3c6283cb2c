/** What somebody drew. */
export const ANNOTATION_SHAPES = [
  'point',
  'line',
  'arrow',
  'freehand',
  'polygon',
  'rectangle',
  'circle',
  'text',
  'photo',
] as const

export type AnnotationShape = (typeof ANNOTATION_SHAPES)[number]

/** The kinds of geometry that each shape is drawn over; a circle is its centre and a radius. */
export const SHAPE_GEOMETRIES: Readonly<Record<AnnotationShape, readonly string[]>> = {
  point: ['Point'],
  line: ['LineString'],
  arrow: ['LineString'],
  freehand: ['LineString', 'Polygon'],
  polygon: ['Polygon', 'MultiPolygon'],
  rectangle: ['Polygon'],
  circle: ['Point'],
  text: ['Point'],
  photo: ['Point'],
}
