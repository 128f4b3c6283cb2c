import type { Geometry } from 'geojson'
import type { Annotation, AnnotationGroup, AnnotationStyle } from '../../../../shared/contract/annotations.ts'
import { categoryLabel } from '../../../../shared/domain/annotations/annotation-category.ts'
import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import type { ExportProfile } from '../../../../shared/domain/export/export-profile.ts'
import { circlePolygon } from '../../../../shared/map/geodesy/circle-polygon.ts'
import type { ExportRow } from './export-content.ts'

/** A drawing as a file has it. */
export interface ExportedAnnotation {
  readonly row: ExportRow
  readonly title: string
  /** What the team wrote of it; empty where the profile hides that. */
  readonly text: string
  /** Its drawing layer, or what holds those that are in none. */
  readonly folder: string
  /** A circle is its middle, with the radius in the row. */
  readonly geometry: Geometry
  /** A circle is the polygon that most programs can only draw. */
  readonly outline: Geometry
  readonly style: AnnotationStyle
}

const OUTSIDE_OF_LAYERS = 'Drawings'
const NUMBERS = new Set(['radius_m', 'bearing_degrees', 'stroke_width', 'stroke_opacity', 'fill_opacity', 'text_size'])
const TEAM_NAMES = new Set(['text', 'author', 'changed_at'])

const NAMES = [
  ...['annotation_id', 'site_id', 'label', 'category', 'shape', 'radius_m', 'bearing_degrees', 'drawing_layer'],
  ...['stroke', 'stroke_width', 'stroke_opacity', 'dash', 'fill', 'fill_opacity', 'text_size'],
  ...['text', 'author', 'changed_at'],
]

/** The columns of drawings: what the team wrote of them stays inside, as notes do. */
export function annotationColumns(profile: ExportProfile): readonly ExportColumn[] {
  return NAMES.filter((name) => profile === 'internal' || !TEAM_NAMES.has(name)).map((name) => ({
    name,
    label: name,
    type: NUMBERS.has(name) ? 'number' : 'text',
    group: TEAM_NAMES.has(name) ? 'judgement' : 'identity',
  }))
}

/** Drawings as files have them. A teaser has none, since they show the place. */
export function exportedAnnotations(
  annotations: readonly Annotation[],
  groups: readonly AnnotationGroup[],
  profile: ExportProfile,
): ExportedAnnotation[] {
  if (profile === 'teaser') return []
  const names = new Map(groups.map(({ groupId, name }) => [groupId, name]))
  const shown = annotationColumns(profile).map(({ name }) => name)
  return annotations.map((annotation) => {
    const { figure, label, text, category, style } = annotation
    const layer = names.get(annotation.groupId ?? '') ?? null
    const whole: ExportRow = {
      annotation_id: annotation.annotationId,
      site_id: annotation.siteId,
      label,
      category,
      shape: figure.shape,
      radius_m: figure.radiusMetres,
      bearing_degrees: annotation.photo?.bearingDegrees ?? null,
      drawing_layer: layer,
      stroke: style.strokeColor,
      stroke_width: style.strokeWidthPx,
      stroke_opacity: style.strokeOpacity,
      dash: style.dash,
      fill: style.fillColor,
      fill_opacity: style.fillOpacity,
      text_size: style.textSizePx,
      text,
      author: annotation.author,
      changed_at: new Date(annotation.changedAt).toISOString(),
    }
    return {
      row: Object.fromEntries(shown.map((name) => [name, whole[name] ?? null])),
      title: label.trim() === '' ? categoryLabel(category) : label,
      text: profile === 'internal' ? text : '',
      folder: layer ?? OUTSIDE_OF_LAYERS,
      geometry: figure.geometry,
      outline: outlineOf(figure),
      style,
    }
  })
}

function outlineOf({ geometry, radiusMetres }: Annotation['figure']): Geometry {
  if (geometry.type !== 'Point' || radiusMetres === null) return geometry
  return {
    type: 'Polygon',
    coordinates: [circlePolygon(geometry.coordinates, radiusMetres).map((place) => [...place])],
  }
}
