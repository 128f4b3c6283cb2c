import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import { AppError } from '../../../shared/contract/errors.ts'
import type { LandRequest, LandResult } from '../../../shared/contract/land.ts'
import { buildableArea, type Exclusion } from '../../../shared/domain/land/buildable-area.ts'
import { boxOfPositions } from '../../../shared/domain/land/local-plane.ts'
import type { DegreeBox } from '../../../shared/domain/nearby/box-distance.ts'
import { readFloodZone } from '../../../shared/domain/nearby/flood-zone.ts'
import { METRES_PER_FOOT } from '../../../shared/map/geodesy/format-measure.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { readWkb } from '../import/layers/read-wkb.ts'
import type { SourceLayer } from '../nearby/read-layer-parts.ts'
import type { MeasuredLand } from './land-cells.ts'
import { flatInputs, readLandInputs, type ShapeInput } from './land-input.ts'

/** Features of one layer that are cut out at most; a whole state's layer does not touch one parcel more often. */
const MOST_FEATURES = 20_000

/**
 * Measures what can be built on.
 * @throws AppError not_found where something that the request speaks of is gone, bad_input for land without an area.
 */
export function measureLand(db: Db, siteId: string, request: LandRequest): MeasuredLand {
  const inputs = readLandInputs(db, siteId, request)
  for (const { label, hash } of flatInputs(inputs))
    if (hash === null)
      throw new AppError(
        'not_found',
        `Not in the catalog any more: ${label}; choose again what the land is measured from.`,
      )
  const parcels = inputs.parcels.map(areaOf)
  const drawn = inputs.drawn.map(({ label, geometry }, index) => {
    const bufferFt = request.drawn[index]?.bufferFt ?? 0
    return { kind: 'drawn' as const, label, bufferFt, geometries: geometry ? [geometry] : [] }
  })
  const layers = inputs.layers.flatMap(({ label, layer }, index) => {
    if (layer === null) return []
    const bufferFt = request.layers[index]?.bufferFt ?? 0
    const box = boxOfPositions(parcels.flatMap(positionsOf), bufferFt * METRES_PER_FOOT)
    return [{ kind: 'layer' as const, label, bufferFt, geometries: box ? featuresIn(db, layer, box) : [] }]
  })
  const named = [...drawn, ...layers].map((each, index) => ({ ...each, id: String(index).padStart(4, '0') }))
  const exclusions = named.map(
    ({ id, geometries, bufferFt }): Exclusion => ({ id, geometries, bufferM: bufferFt * METRES_PER_FOOT }),
  )
  const area = buildableArea({ parcels, setbackM: request.setbackFt * METRES_PER_FOOT, exclusions })
  if (area === null)
    throw new AppError('bad_input', 'The parcel has no area; draw its outline again, or choose another one.')
  const result: LandResult = {
    parcels: inputs.parcels.map(({ label }) => label),
    grossAcres: area.grossAcres,
    netAcres: area.netAcres,
    setback: area.setback,
    exclusions: named.map(({ id, kind, label, bufferFt, geometries }) => {
      const share = area.exclusions.get(id) ?? { acres: 0, aloneAcres: 0 }
      return { kind, label, bufferFt, features: geometries.length, ...share }
    }),
    net: area.net.coordinates,
    warnings: [
      ...(area.wasRepaired
        ? ['The outline of the parcel crosses itself; every part that it encloses was taken for land.']
        : []),
      ...(request.parcels.some(({ kind }) => kind === 'circle')
        ? ['A circle stands for the parcel; its acres are an assumption.']
        : []),
    ],
  }
  return { request, result, inputs: flatInputs(inputs) }
}

function areaOf({ label, geometry }: ShapeInput): Polygon | MultiPolygon {
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') return geometry
  throw new AppError('bad_input', `Not an area: ${label}; choose a polygon as the parcel.`)
}

function positionsOf(area: Polygon | MultiPolygon) {
  return area.type === 'Polygon' ? area.coordinates.flat() : area.coordinates.flat(2)
}

/** The features of a layer that a box touches; of a flood layer those of the 100-year flood. */
function featuresIn(db: Db, layer: SourceLayer, { west, south, east, north }: DegreeBox): Geometry[] {
  const rows = prepared(
    db,
    `SELECT geometry, CASE WHEN @column IS NULL THEN NULL ELSE attributes ->> @column END AS zone
     FROM layer_rtree AS box CROSS JOIN layer_feature AS feature ON feature.key = box.key
     WHERE box.east >= @west AND box.west <= @east AND box.north >= @south AND box.south <= @north
       AND feature.edition = @edition AND feature.layer = @part ORDER BY feature.key LIMIT ${MOST_FEATURES + 1}`,
  ).all({
    west,
    south,
    east,
    north,
    edition: layer.edition,
    part: layer.part,
    column: layer.role === 'flood_zones' && layer.zoneColumn !== null ? `$.${JSON.stringify(layer.zoneColumn)}` : null,
  }) as { geometry: Uint8Array; zone: unknown }[]
  if (rows.length > MOST_FEATURES)
    throw new AppError(
      'bad_input',
      `More than ${MOST_FEATURES.toLocaleString('en-US')} features of ${layer.name} lie on the land; choose a smaller parcel or leave the layer out.`,
    )
  return rows.flatMap(({ geometry, zone }) => {
    if (readFloodZone(zone)?.isHazard === false) return []
    const read = readWkb(geometry)
    return read ? [read] : []
  })
}
