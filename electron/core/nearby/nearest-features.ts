import { boxAround, boxDistanceM, type DegreeBox } from '../../../shared/domain/nearby/box-distance.ts'
import { featureName } from '../../../shared/domain/nearby/feature-name.ts'
import { readFloodZone } from '../../../shared/domain/nearby/flood-zone.ts'
import type { LayerRole } from '../../../shared/domain/nearby/layer-role.ts'
import { nearestOnGeometry } from '../../../shared/domain/nearby/nearest-on-geometry.ts'
import type { NearestPlace } from '../../../shared/domain/nearby/nearest-on-segment.ts'
import { readVoltage, type Voltage, type VoltageClass } from '../../../shared/domain/nearby/voltage.ts'
import { METRES_PER_MILE } from '../../../shared/map/geodesy/format-measure.ts'
import type { LngLat } from '../../../shared/map/geodesy/lng-lat.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { readWkb } from '../import/layers/read-wkb.ts'
import type { SourceLayer } from './read-layer-parts.ts'

export interface NearFeature extends NearestPlace {
  readonly role: LayerRole
  /** Null for the nearest of any voltage. */
  readonly voltageClass: VoltageClass | null
  readonly layer: SourceLayer
  readonly featureId: number
  readonly name: string | null
  readonly voltage: Voltage | null
  readonly zone: string | null
}

interface Candidate {
  readonly key: number
  readonly layer: SourceLayer
  readonly leastM: number
}

interface BoxRow extends DegreeBox {
  readonly key: number
  readonly edition: number
  readonly part: string
}

/** Miles of the boxes in which is looked, one after the other, until everything is found. */
const STEPS_MI = [1, 4, 16, 64]

/**
 * The nearest feature of every role, and with `byVoltage` of every class of voltage of a role that has them, within a
 * radius. The index of boxes is asked for growing boxes; a feature's geometry is only read where its box could hold
 * something nearer than what is found already.
 */
export class NearestFeatures {
  readonly #db: Db
  readonly #layers: ReadonlyMap<string, SourceLayer>
  readonly #roles: ReadonlySet<LayerRole>
  readonly #byVoltage: ReadonlySet<LayerRole>

  constructor(db: Db, layers: readonly SourceLayer[], byVoltage: readonly LayerRole[] = []) {
    this.#db = db
    this.#layers = new Map(layers.map((layer) => [`${layer.edition} ${layer.part}`, layer]))
    this.#roles = new Set(layers.map(({ role }) => role))
    this.#byVoltage = new Set(byVoltage)
  }

  around(from: LngLat, radiusM: number): NearFeature[] {
    const found = new Map<string, NearFeature>()
    const distanceOf = (key: string) => found.get(key)?.distanceM ?? radiusM
    const seen = new Set<number>()
    const steps = [...STEPS_MI.map((miles) => miles * METRES_PER_MILE).filter((each) => each < radiusM), radiusM]
    for (const step of steps) {
      for (const candidate of this.#candidates(from, step, seen)) this.#look(from, candidate, found, distanceOf)
      // With classes of voltage nothing says that there is none farther away.
      if (
        this.#byVoltage.size === 0 &&
        [...this.#roles].every((role) => (found.get(role)?.distanceM ?? step * 2) <= step)
      )
        break
    }
    return [...found.values()].map((near) => ({ ...near, name: this.#nameOf(near.featureId) }))
  }

  #look(from: LngLat, candidate: Candidate, found: Map<string, NearFeature>, distanceOf: (key: string) => number) {
    const { key, layer, leastM } = candidate
    const { role } = layer
    const isByVoltage = this.#byVoltage.has(role) && layer.voltageColumn !== null
    if (!isByVoltage && leastM >= distanceOf(role)) return
    const voltage = layer.voltageColumn === null ? null : readVoltage(this.#attribute(key, layer.voltageColumn))
    const keys = [role, ...(isByVoltage && voltage ? [`${role} ${voltage.voltageClass}`] : [])]
    const limit = Math.max(...keys.map(distanceOf))
    if (leastM >= limit) return
    const zone = layer.zoneColumn === null || role !== 'flood_zones' ? null : this.#attribute(key, layer.zoneColumn)
    // The published layer has the land outside the flood as areas too.
    if (zone !== null && readFloodZone(zone)?.isHazard === false) return
    const place = this.#nearest(from, key, limit)
    if (place === null) return
    for (const each of keys) {
      if (place.distanceM >= distanceOf(each)) continue
      const voltageClass = each === role ? null : (voltage?.voltageClass ?? null)
      const text = typeof zone === 'string' ? zone : null
      found.set(each, { ...place, role, voltageClass, layer, featureId: key, name: null, voltage, zone: text })
    }
  }

  /** What lies in the box of a step and was not looked at before, the nearest boxes first. */
  #candidates(from: LngLat, stepM: number, seen: Set<number>): Candidate[] {
    const candidates: Candidate[] = []
    for (const row of this.#rows(boxAround(from, stepM))) {
      if (seen.has(row.key)) continue
      const layer = this.#layers.get(`${row.edition} ${row.part}`)
      const leastM = layer ? boxDistanceM(from, row) : 0
      // Corners of the box wait for the next one.
      if (leastM > stepM) continue
      seen.add(row.key)
      if (layer) candidates.push({ key: row.key, layer, leastM })
    }
    return candidates.sort((one, other) => one.leastM - other.leastM || one.key - other.key)
  }

  #rows({ west, south, east, north }: DegreeBox): BoxRow[] {
    const read = prepared(
      this.#db,
      `SELECT box.key, box.west, box.south, box.east, box.north, feature.edition, feature.layer AS part
       FROM layer_rtree AS box CROSS JOIN layer_feature AS feature ON feature.key = box.key
       WHERE box.east >= ? AND box.west <= ? AND box.north >= ? AND box.south <= ?`,
    )
    const rows = read.all(west, east, south, north) as BoxRow[]
    if (west < -180) rows.push(...(read.all(west + 360, 180, south, north) as BoxRow[]))
    if (east > 180) rows.push(...(read.all(-180, east - 360, south, north) as BoxRow[]))
    return rows
  }

  #nearest(from: LngLat, key: number, limitM: number): NearestPlace | null {
    const bytes = prepared(this.#db, 'SELECT geometry FROM layer_feature WHERE key = ?').pluck().get(key)
    const geometry = bytes instanceof Uint8Array ? readWkb(bytes) : null
    return geometry && nearestOnGeometry(from, geometry, limitM)
  }

  #nameOf(key: number): string | null {
    const row = prepared(this.#db, 'SELECT name, attributes FROM layer_feature WHERE key = ?').get(key) as {
      name: string | null
      attributes: string
    }
    return featureName(row.name, JSON.parse(row.attributes) as Record<string, unknown>)
  }

  #attribute(key: number, column: string): unknown {
    return prepared(this.#db, 'SELECT attributes ->> ? FROM layer_feature WHERE key = ?')
      .pluck()
      .get(`$.${JSON.stringify(column)}`, key)
  }
}
