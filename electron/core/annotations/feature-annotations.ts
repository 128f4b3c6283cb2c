import type { Geometry } from 'geojson'
import type { AnnotationStyle, NewAnnotation } from '../../../shared/contract/annotations.ts'
import {
  ANNOTATION_CATEGORY_IDS,
  type AnnotationCategory,
} from '../../../shared/domain/annotations/annotation-category.ts'
import { ANNOTATION_SHAPES, type AnnotationShape } from '../../../shared/domain/annotations/annotation-shape.ts'
import { checkFigure } from '../../../shared/domain/annotations/check-figure.ts'
import { defaultStyle } from '../../../shared/domain/annotations/default-style.ts'
import type { Attributes, LayerFeature } from '../import/layers/layer-feature.ts'

export type FeatureAnnotation = Omit<NewAnnotation, 'annotationId'>

const MOST_LABEL = 200
const MOST_TEXT = 20_000

/**
 * What a feature of a map is as annotations: one for each of its parts. Names, words and colours are taken from where
 * KML, simplestyle and Switchyard's own files have them.
 * @returns one sentence where a part cannot be kept.
 */
export function featureAnnotations(
  { geometry, attributes }: LayerFeature,
  groupId: string,
): FeatureAnnotation[] | string {
  if (geometry === null) return 'The feature has no place.'
  const read = reader(attributes)
  const category = categoryOf(read('category'))
  const style = styleOf(read, category)
  const found: FeatureAnnotation[] = []
  for (const part of simpleParts(geometry)) {
    const check = checkFigure({ ...shapeOf(part, read), geometry: part })
    if (!check.ok) return check.reason
    found.push({
      figure: check.figure,
      siteId: null,
      groupId,
      label: (read('label', 'name', 'title') ?? '').slice(0, MOST_LABEL),
      text: (read('text', 'description', 'desc', 'notes') ?? '').slice(0, MOST_TEXT),
      category,
      ...(style ? { style } : {}),
      photo: null,
    })
  }
  return found.length > 0 ? found : 'The feature has no place.'
}

type Read = (...names: readonly string[]) => string | null

/** Finds an attribute by the first of its names that has a text, whatever its capitals, dashes or underlines. */
function reader(attributes: Attributes): Read {
  const texts = new Map(
    Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
      value === null || value === '' ? [] : [[name.toLowerCase().replace(/[\s_-]/g, ''), String(value)]],
    ),
  )
  return (...names) => {
    const name = names.find((each) => texts.has(each))
    return name === undefined ? null : (texts.get(name) ?? null)
  }
}

/** The shape that Switchyard's own files name, where the geometry allows it; else what the geometry is. */
function shapeOf(geometry: Geometry, read: Read): { shape: AnnotationShape; radiusMetres: number | null } {
  const named = ANNOTATION_SHAPES.find((shape) => shape === read('shape'))
  if (named === 'circle' && geometry.type === 'Point') {
    const radiusMetres = Number(read('radiusm'))
    if (radiusMetres > 0) return { shape: named, radiusMetres }
  }
  // A photo's picture does not travel with a file of shapes.
  const isKept = named !== undefined && named !== 'circle' && named !== 'photo'
  if (isKept && checkFigure({ shape: named, geometry, radiusMetres: null }).ok)
    return { shape: named, radiusMetres: null }
  const shape = { Point: 'point', LineString: 'line' }[geometry.type as string] ?? 'polygon'
  return { shape: shape as AnnotationShape, radiusMetres: null }
}

function categoryOf(text: string | null): AnnotationCategory {
  return ANNOTATION_CATEGORY_IDS.find((id) => id.toLowerCase() === text?.toLowerCase()) ?? 'other'
}

function styleOf(read: Read, category: AnnotationCategory): AnnotationStyle | null {
  const stroke = colorOf(read('stroke', 'color', 'strokecolor', 'markercolor'))
  const fill = colorOf(read('fill', 'fillcolor'))
  if (stroke === null && fill === null) return null
  const plain = defaultStyle(category)
  const dash = (['solid', 'dashed', 'dotted'] as const).find((each) => each === read('dash'))
  return {
    ...plain,
    strokeColor: stroke ?? fill ?? plain.strokeColor,
    strokeWidthPx: numberOf(read('strokewidth'), 0.5, 20) ?? plain.strokeWidthPx,
    strokeOpacity: numberOf(read('strokeopacity'), 0, 1) ?? plain.strokeOpacity,
    dash: dash ?? plain.dash,
    fillColor: fill ?? stroke ?? plain.fillColor,
    fillOpacity: numberOf(read('fillopacity'), 0, 1) ?? plain.fillOpacity,
    textSizePx: numberOf(read('textsize'), 6, 96) ?? plain.textSizePx,
  }
}

function colorOf(text: string | null): string | null {
  const short = /^#?([\da-f])([\da-f])([\da-f])$/i.exec(text ?? '')
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`.toLowerCase()
  const long = /^#?([\da-f]{6})$/i.exec(text ?? '')
  return long ? `#${long[1]}`.toLowerCase() : null
}

function numberOf(text: string | null, least: number, most: number): number | null {
  const value = text === null ? Number.NaN : Number(text)
  return value >= least && value <= most ? value : null
}

/** The parts of a geometry that are one annotation each. */
function simpleParts(geometry: Geometry): Geometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }))
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(simpleParts)
    default:
      return [geometry]
  }
}
