import { createHash } from 'node:crypto'
import type { Geometry } from 'geojson'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { LandRequest, ParcelRef } from '../../../shared/contract/land.ts'
import { categoryLabel } from '../../../shared/domain/annotations/annotation-category.ts'
import { circlePolygon } from '../../../shared/map/geodesy/circle-polygon.ts'
import { SQUARE_METRES_PER_ACRE } from '../../../shared/map/geodesy/format-measure.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { readWkb } from '../import/layers/read-wkb.ts'
import { readLayerParts, type SourceLayer } from '../nearby/read-layer-parts.ts'

/** Something that a buildable area is made from, as it stands now. */
export interface LandInput {
  readonly label: string
  /** Differs when it changed; null where it is gone. */
  readonly hash: string | null
}

export interface ShapeInput extends LandInput {
  readonly geometry: Geometry | null
}

export interface LayerInput extends LandInput {
  readonly layer: SourceLayer | null
}

export interface LandInputs {
  readonly parcels: readonly ShapeInput[]
  readonly drawn: readonly ShapeInput[]
  readonly layers: readonly LayerInput[]
}

/** Corners of a circle as an outline: its area is right to 0.02 %. */
const CIRCLE_CORNERS = 360

/** Everything that a request speaks of. */
export function readLandInputs(db: Db, siteId: string, request: LandRequest): LandInputs {
  const layers = readLayerParts(db)
  return {
    parcels: request.parcels.map((ref) => parcelInput(db, siteId, ref)),
    drawn: request.drawn.map(({ annotationId }) => annotationInput(db, annotationId)),
    layers: request.layers.map(({ dataSet, part }) => {
      const layer = layers.find((each) => each.name === dataSet && each.part === part) ?? null
      const label = dataSet.startsWith(part) ? dataSet : `${dataSet}, ${part}`
      return { label, layer, hash: layer && hashOf([sha256OfEdition(db, layer.edition), layer.role]) }
    }),
  }
}

/** In one row, to be compared with what a result was made from. */
export function flatInputs({ parcels, drawn, layers }: LandInputs): LandInput[] {
  return [...parcels, ...drawn, ...layers].map(({ label, hash }) => ({ label, hash }))
}

function parcelInput(db: Db, siteId: string, ref: ParcelRef): ShapeInput {
  if (ref.kind === 'annotation') return annotationInput(db, ref.annotationId)
  if (ref.kind === 'circle') return circleInput(db, siteId, ref.acres)
  const row = prepared(
    db,
    `SELECT feature.name, geometry, hex(content_hash) AS hash FROM data_set
     JOIN layer_feature AS feature ON feature.edition = data_set.edition
     WHERE data_set.kind = 'layer' AND data_set.name = ? AND feature.layer = ? AND feature.ordinal = ?`,
  ).get(ref.dataSet, ref.part, ref.ordinal) as
    | { name: string | null; geometry: Uint8Array | null; hash: string }
    | undefined
  const label = `parcel ${row?.name ?? ref.ordinal} of ${ref.dataSet}`
  return { label, geometry: row?.geometry ? readWkb(row.geometry) : null, hash: row?.hash ?? null }
}

function circleInput(db: Db, siteId: string, acres: number): ShapeInput {
  const label = `a circle of ${acres.toLocaleString('en-US')} acres around the site`
  const [longitude, latitude] = prepared(db, 'SELECT longitude, latitude FROM site WHERE id = ?').raw().get(siteId) as [
    number | null,
    number | null,
  ]
  if (longitude === null || latitude === null) return { label, geometry: null, hash: null }
  const radiusM = Math.sqrt((acres * SQUARE_METRES_PER_ACRE) / Math.PI)
  return { label, geometry: circleOf([longitude, latitude], radiusM), hash: hashOf([longitude, latitude]) }
}

function annotationInput(db: Db, annotationId: string): ShapeInput {
  const content = prepared(db, 'SELECT content FROM annotation WHERE id = ? AND is_gone = 0')
    .pluck()
    .get(annotationId) as string | undefined
  if (content === undefined) return { label: 'a drawing that was removed', geometry: null, hash: null }
  const annotation = JSON.parse(content) as Annotation
  return {
    label: annotationName(annotation),
    geometry: geometryOfAnnotation(annotation),
    hash: hashOf(annotation.figure),
  }
}

export function annotationName({ label, category }: Pick<Annotation, 'label' | 'category'>): string {
  const kind = categoryLabel(category)
  return label.trim() === '' ? `drawn: ${kind.toLowerCase()}` : `${label.trim()} (${kind.toLowerCase()})`
}

/** A circle as its outline; everything else as it was drawn. */
export function geometryOfAnnotation({ figure }: Pick<Annotation, 'figure'>): Geometry {
  const { geometry, radiusMetres } = figure
  return geometry.type === 'Point' && radiusMetres !== null ? circleOf(geometry.coordinates, radiusMetres) : geometry
}

function circleOf(center: LngLat, radiusM: number): Geometry {
  return { type: 'Polygon', coordinates: [circlePolygon(center, radiusM, CIRCLE_CORNERS).map(([x, y]) => [x, y])] }
}

function sha256OfEdition(db: Db, edition: number): string {
  return prepared(db, 'SELECT sha256 FROM import_edition WHERE key = ?').pluck().get(edition) as string
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
