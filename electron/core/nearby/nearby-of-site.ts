import type { NearbyFigure, NearbyOfSite, NearbySource } from '../../../shared/contract/nearby.ts'
import { readFloodZone } from '../../../shared/domain/nearby/flood-zone.ts'
import { measuredMiles } from '../../../shared/domain/nearby/measured-source.ts'
import { NEARBY_TARGET_DEFS, NEARBY_TARGETS, type NearbyTarget } from '../../../shared/domain/nearby/nearby-target.ts'
import { VOLTAGE_CLASSES } from '../../../shared/domain/nearby/voltage.ts'
import { formatMw } from '../../../shared/format/format-quantity.ts'
import { METRES_PER_MILE } from '../../../shared/map/geodesy/format-measure.ts'
import { inverse } from '../../../shared/map/geodesy/inverse.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { requireSite } from '../site/read-site.ts'
import { nearestDataCenter } from './nearest-data-center.ts'
import { NearestFeatures, type NearFeature } from './nearest-features.ts'
import { nearestPlace } from './nearest-place.ts'
import { hasPlants, nearestPlant, plantMegawatts } from './nearest-plant.ts'
import { readCities } from './read-cities.ts'
import { readLayerParts } from './read-layer-parts.ts'

export interface NearbyReach {
  readonly radiusMi: number
  readonly routeFactor: number
}

type Measured = Pick<NearbyFigure, 'target' | 'voltageClass' | 'name' | 'detail' | 'source'> & {
  readonly place: LngLat
  readonly distanceM: number
  readonly zone?: string | null
}

const RANK_OF_CITY = 2

/** What lies nearest to a site, of every kind that the catalog has a source for. @throws AppError 'not_found' */
export function readNearbyOfSite(db: Db, siteId: string, reach: NearbyReach, basemapFolder: string): NearbyOfSite {
  requireSite(db, siteId)
  const site = prepared(
    db,
    'SELECT longitude, latitude, coordinate_precision AS precision, eia_plant_id AS plantId FROM site WHERE id = ?',
  ).get(siteId) as {
    longitude: number | null
    latitude: number | null
    precision: string | null
    plantId: string | null
  }
  const layers = readLayerParts(db)
  const withSource = new Set<NearbyTarget>(
    NEARBY_TARGETS.filter((target) => layers.some(({ role }) => role === NEARBY_TARGET_DEFS[target].role)),
  )
  withSource.add('data_center')
  if (hasPlants(db)) withSource.add('power_plant')
  const cities = readCities(basemapFolder)
  if (cities.length > 0) withSource.add('city').add('town')
  const base = {
    siteId,
    precision: site.precision,
    ...reach,
    withoutSource: NEARBY_TARGETS.filter((target) => !withSource.has(target)),
  }
  if (site.longitude === null || site.latitude === null) return { ...base, position: null, figures: [], notWithin: [] }

  const from: LngLat = [site.longitude, site.latitude]
  const radiusM = reach.radiusMi * METRES_PER_MILE
  const roles = new Set(NEARBY_TARGETS.map((target) => NEARBY_TARGET_DEFS[target].role))
  const wanted = layers.filter(({ role }) => roles.has(role))
  const search = new NearestFeatures(db, wanted, ['transmission_lines', 'substations'])
  const measured: Measured[] = search.around(from, radiusM).map(ofFeature)
  const plant = nearestPlant(db, from, radiusM, site.plantId)
  if (plant) {
    const { plantId, name, title, asOf, importedAt } = plant.each
    const mw = plantMegawatts(db, plantId)
    measured.push({
      ...plant,
      target: 'power_plant',
      voltageClass: null,
      name,
      detail: mw > 0 ? formatMw(mw) : null,
      source: sourceOf({ kind: 'plants', title, asOf, importedAt }),
    })
  }
  const dataCenter = nearestDataCenter(db, from, radiusM, siteId)
  if (dataCenter) {
    const { siteId: other, name, energizedMw, precision } = dataCenter.each
    const details = [
      energizedMw === null ? null : formatMw(energizedMw),
      precision === null || precision === 'site' ? null : `placed at its ${precision}`,
    ].filter((part) => part !== null)
    measured.push({
      ...dataCenter,
      target: 'data_center',
      voltageClass: null,
      name,
      detail: details.join(', ') || null,
      source: sourceOf({ kind: 'site', title: 'Sites of the catalog', siteId: other }),
    })
  }
  for (const [target, rank] of [
    ['city', RANK_OF_CITY],
    ['town', Number.POSITIVE_INFINITY],
  ] as const) {
    const city = nearestPlace(
      from,
      rank === RANK_OF_CITY ? cities.filter((each) => each.rank <= rank) : cities,
      radiusM,
    )
    if (!city) continue
    const source = sourceOf({ kind: 'basemap', title: 'Built-in map (GeoNames)' })
    measured.push({ ...city, target, voltageClass: null, name: city.each.name, detail: null, source })
  }
  const figures = nearestOfEach(measured).map((each) => figureOf(from, each, reach.routeFactor))
  return {
    ...base,
    position: { latitude: site.latitude, longitude: site.longitude },
    figures,
    notWithin: NEARBY_TARGETS.filter(
      (target) => withSource.has(target) && !figures.some((figure) => figure.target === target),
    ),
  }
}

/** Where two sources know one kind, such as plants in a layer and in a table, the nearer one stands. */
function nearestOfEach(measured: readonly Measured[]): Measured[] {
  const best = new Map<string, Measured>()
  for (const each of measured) {
    const key = `${each.target} ${each.voltageClass}`
    const former = best.get(key)
    if (!former || each.distanceM < former.distanceM) best.set(key, each)
  }
  const order = ({ target, voltageClass }: Measured) =>
    NEARBY_TARGETS.indexOf(target) * 10 + (voltageClass === null ? 0 : 1 + VOLTAGE_CLASSES.indexOf(voltageClass))
  return [...best.values()].sort((one, other) => order(one) - order(other))
}

function ofFeature(near: NearFeature): Measured {
  const { role, voltageClass, layer, featureId, voltage, zone, place, distanceM } = near
  const target = NEARBY_TARGETS.find((each) => NEARBY_TARGET_DEFS[each].role === role)
  if (!target) throw new Error(`Nothing is measured to ${role}.`)
  const { name, part, asOf, importedAt } = layer
  return {
    target,
    voltageClass,
    name: near.name,
    detail: voltage?.text ?? zone,
    zone,
    place,
    distanceM,
    source: sourceOf({ kind: 'layer', title: name, part, featureId, asOf, importedAt }),
  }
}

function sourceOf(known: Pick<NearbySource, 'kind' | 'title'> & Partial<NearbySource>): NearbySource {
  return { part: null, featureId: null, siteId: null, asOf: null, importedAt: null, ...known }
}

function figureOf(from: LngLat, each: Measured, routeFactor: number): NearbyFigure {
  const { target, voltageClass, name, detail, source, place, distanceM, zone } = each
  const { field, isBuiltTo } = NEARBY_TARGET_DEFS[target]
  const miles = distanceM / METRES_PER_MILE
  const isInside = distanceM === 0
  const figure = {
    target,
    voltageClass,
    name,
    detail,
    miles,
    routeMiles: isBuiltTo ? miles * routeFactor : miles,
    bearingDegrees: isInside ? null : inverse(from, place).bearingDegrees,
    isInside,
    place: { longitude: place[0], latitude: place[1] },
    source,
  }
  const option = isInside ? readFloodZone(zone)?.option : null
  if (target === 'flood_zone') return { ...figure, fills: option ? { field: 'floodZone', value: option } : null }
  return {
    ...figure,
    fills: field === null || voltageClass !== null ? null : { field, value: measuredMiles(figure, 'straight') },
  }
}
