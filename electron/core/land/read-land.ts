import type { LandOptions, SavedLand } from '../../../shared/contract/land.ts'
import { DEFAULT_BUFFERS } from '../../../shared/domain/land/default-buffers.ts'
import { boxAround, boxDistanceM } from '../../../shared/domain/nearby/box-distance.ts'
import { nearestOnGeometry } from '../../../shared/domain/nearby/nearest-on-geometry.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import { readAnnotations } from '../annotations/read-annotations.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { readWkb } from '../import/layers/read-wkb.ts'
import { readLayerParts, type SourceLayer } from '../nearby/read-layer-parts.ts'
import { requireSite } from '../site/read-site.ts'
import type { StoredLand } from './land-cells.ts'
import { annotationName, flatInputs, geometryOfAnnotation, readLandInputs } from './land-input.ts'

/** How far from a site its parcel and what was drawn on it are looked for. */
const REACH_M = 8_000
const PARCEL_REACH_M = 800
const MOST_PARCELS = 30
const MOST_DRAWN = 500

/** Categories of drawings on which nobody builds. */
const EXCLUDED: ReadonlySet<string> = new Set(['exclusion', 'easement', 'setback', 'wetland', 'flood', 'hazard'])
/** Drawn lines and points take a strip; feet to start from. */
const DRAWN_BUFFER_FT = 50

/** What a site's buildable land can be measured from. @throws AppError 'not_found' */
export function readLandOptions(db: Db, siteId: string): LandOptions {
  requireSite(db, siteId)
  const [longitude, latitude] = prepared(db, 'SELECT longitude, latitude FROM site WHERE id = ?').raw().get(siteId) as [
    number | null,
    number | null,
  ]
  const from: LngLat | null = longitude === null || latitude === null ? null : [longitude, latitude]
  const layers = readLayerParts(db)
  const drawn = annotationsNear(db, siteId, from)
  return {
    parcels: [
      ...drawn
        .filter(({ isArea, category }) => isArea && !EXCLUDED.has(category))
        .map(({ annotationId, label, geometry }) => ({
          ref: { kind: 'annotation' as const, annotationId },
          label,
          holdsSite: from !== null && nearestOnGeometry(from, geometry)?.distanceM === 0,
        })),
      ...(from === null
        ? []
        : layers.filter(({ role }) => role === 'parcels').flatMap((layer) => parcelsOf(db, layer, from))),
    ].sort((one, other) => Number(other.holdsSite) - Number(one.holdsSite)),
    drawn: drawn
      .filter(({ category }) => EXCLUDED.has(category))
      .map(({ annotationId, label, isArea }) => ({
        annotationId,
        label,
        isArea,
        bufferFt: isArea ? 0 : DRAWN_BUFFER_FT,
      })),
    layers: layers.flatMap(({ name, part, role }) => {
      const buffer = DEFAULT_BUFFERS[role]
      return buffer ? [{ dataSet: name, part, role, bufferFt: buffer.feet, reason: buffer.reason }] : []
    }),
    hasPosition: from !== null,
    saved: readSavedLand(db, siteId),
  }
}

/** What was measured last, with what changed since; null where nobody did. */
export function readSavedLand(db: Db, siteId: string): SavedLand | null {
  const content = prepared(db, 'SELECT content FROM buildable_land WHERE site_id = ?').pluck().get(siteId) as
    | string
    | undefined
  if (content === undefined) return null
  const { inputs, ...saved } = JSON.parse(content) as StoredLand
  const now = flatInputs(readLandInputs(db, siteId, saved.request))
  const stale = inputs.flatMap(({ label, hash }, index) => {
    const current = now[index]?.hash ?? null
    return current === hash ? [] : [`${label} ${current === null ? 'is gone' : 'was changed'}`]
  })
  return { ...saved, stale }
}

function annotationsNear(db: Db, siteId: string, from: LngLat | null) {
  const own = readAnnotations(db, { siteId, limit: MOST_DRAWN }).annotations
  const near =
    from === null ? [] : readAnnotations(db, { box: boxAround(from, REACH_M), limit: MOST_DRAWN }).annotations
  const all = new Map([...own, ...near.filter((each) => each.siteId === null)].map((each) => [each.annotationId, each]))
  return [...all.values()].map((annotation) => {
    const geometry = geometryOfAnnotation(annotation)
    const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    const { annotationId, category } = annotation
    return { annotationId, category, label: annotationName(annotation), geometry, isArea }
  })
}

/** The parcels of a layer around a site, the one that it stands on first. */
function parcelsOf(db: Db, layer: SourceLayer, from: LngLat) {
  const { west, south, east, north } = boxAround(from, PARCEL_REACH_M)
  const rows = prepared(
    db,
    `SELECT feature.ordinal, feature.name, geometry, box.west, box.south, box.east, box.north
     FROM layer_rtree AS box CROSS JOIN layer_feature AS feature ON feature.key = box.key
     WHERE box.east >= ? AND box.west <= ? AND box.north >= ? AND box.south <= ?
       AND feature.edition = ? AND feature.layer = ? AND geometry_type IN ('Polygon', 'MultiPolygon')`,
  ).all(west, east, south, north, layer.edition, layer.part) as (Record<'west' | 'south' | 'east' | 'north', number> & {
    ordinal: number
    name: string | null
    geometry: Uint8Array
  })[]
  return rows
    .map((row) => ({ ...row, leastM: boxDistanceM(from, row) }))
    .sort((one, other) => one.leastM - other.leastM || one.ordinal - other.ordinal)
    .slice(0, MOST_PARCELS)
    .map(({ ordinal, name, geometry }) => {
      const read = readWkb(geometry)
      return {
        ref: { kind: 'feature' as const, dataSet: layer.name, part: layer.part, ordinal },
        label: `Parcel ${name ?? ordinal} of ${layer.name}`,
        holdsSite: read !== null && nearestOnGeometry(from, read)?.distanceM === 0,
      }
    })
}
