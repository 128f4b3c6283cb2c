import { createHash } from 'node:crypto'
import { MOST_PREVIEW_POINTS, type PreviewPoint, type RejectedRow } from '../../../../shared/contract/jobs.ts'
import type { Db } from '../../db/database.ts'
import type { CommitTarget, ImportDifference, Staged } from '../importer.ts'
import { geometryFigures } from './geometry-figures.ts'
import type { LayerFeature } from './layer-feature.ts'
import { crossesItself } from './self-intersection.ts'
import { writeWkb } from './write-wkb.ts'

const MOST_LISTED = 1_000
/** Rows of one transaction of the temporary table; it is over before anybody else gets a turn. */
const BATCH = 200
const HASH_BYTES = 16
/** Names that a feature goes by in lists, the likeliest first. */
const NAME_KEYS = ['name', 'title', 'label', 'project_name', 'facility', 'id', 'parcelnumb', 'apn']

const COLUMNS =
  'layer, ordinal, name, geometry_type, geometry, vertices, west, south, east, north, crosses_itself, attributes, content_hash'

/** The features of one file in a temporary table, with the figures of its layers. */
export class LayerStaging {
  readonly #db: Db
  readonly #insert: (rows: readonly unknown[][]) => void
  readonly #rejected: RejectedRow[] = []
  readonly #types: Record<string, number> = {}
  readonly #fields = new Map<string, Set<string>>()
  #batch: unknown[][] = []
  #box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  #accepted = 0
  #rejectedCount = 0
  #vertices = 0
  #withoutGeometry = 0
  #selfIntersecting = 0

  constructor(db: Db) {
    this.#db = db
    db.exec(`
      DROP TABLE IF EXISTS temp.stage_feature;
      CREATE TEMP TABLE stage_feature (
        layer TEXT NOT NULL, ordinal INTEGER NOT NULL, name TEXT, geometry_type TEXT, geometry BLOB,
        vertices INTEGER NOT NULL, west REAL, south REAL, east REAL, north REAL, crosses_itself INTEGER,
        attributes TEXT NOT NULL, content_hash BLOB NOT NULL
      )`)
    const insert = db.prepare(`INSERT INTO temp.stage_feature (${COLUMNS}) VALUES (${'?, '.repeat(12)}?)`)
    this.#insert = db.transaction((rows: readonly unknown[][]) => {
      for (const row of rows) insert.run(row)
    })
  }

  get featureCount(): number {
    return this.#accepted
  }

  add(feature: LayerFeature): void {
    const { geometry, attributes, layer, row } = feature
    const figures = geometry && geometryFigures(geometry)
    if (typeof figures === 'string') {
      this.reject({ row, column: 'geometry', reason: figures })
      return
    }
    const crosses = geometry && crossesItself(geometry)
    if (crosses === true) this.#selfIntersecting += 1
    const wkb = geometry && writeWkb(geometry)
    const text = JSON.stringify(attributes)
    const hash = createHash('sha256').update(layer).update('\0').update(text).update('\0')
    if (wkb) hash.update(wkb)
    this.#batch.push([
      layer,
      row,
      nameOf(attributes),
      geometry?.type ?? null,
      wkb,
      figures?.vertices ?? 0,
      ...(figures?.box ?? [null, null, null, null]),
      crosses === null ? null : Number(crosses),
      text,
      hash.digest().subarray(0, HASH_BYTES),
    ])
    this.#count(feature, figures)
    if (this.#batch.length >= BATCH) this.#flush()
  }

  reject(rejected: RejectedRow): void {
    this.#rejectedCount += 1
    if (this.#rejected.length < MOST_LISTED) this.#rejected.push(rejected)
  }

  /** Places that all lie where nobody builds, and would lie in North America the other way round. */
  get looksSwapped(): boolean {
    const [west, south, east, north] = this.#box
    return west >= 15 && east <= 75 && south >= -90 && north <= -50
  }

  /** @param figures of the format's own. */
  finish(records: number, figures: Readonly<Record<string, unknown>>): Staged {
    this.#flush()
    return {
      records,
      accepted: this.#accepted,
      rejected: this.#rejected,
      rejectedCount: this.#rejectedCount,
      summary: {
        layers: [...this.#fields.keys()],
        features: this.#accepted,
        geometry_types: this.#types,
        vertices: this.#vertices,
        bbox: this.#box[0] === Infinity ? null : this.#box.map((degrees) => Number(degrees.toFixed(6))),
        fields: [...new Set([...this.#fields.values()].flatMap((names) => [...names]))],
        without_geometry: this.#withoutGeometry,
        self_intersecting: this.#selfIntersecting,
        ...figures,
      },
      difference: (dataSet) => this.#difference(dataSet),
      preview: (dataSet) => this.#preview(dataSet),
      commit: (target) => this.#commit(target),
      drop: () => this.drop(),
    }
  }

  drop(): void {
    this.#batch = []
    this.#db.exec('DROP TABLE IF EXISTS temp.stage_feature')
  }

  #count(
    { geometry, attributes, layer }: LayerFeature,
    figures: Exclude<ReturnType<typeof geometryFigures>, string> | null,
  ) {
    this.#accepted += 1
    const fields = this.#fields.get(layer) ?? new Set()
    for (const name of Object.keys(attributes)) fields.add(name)
    this.#fields.set(layer, fields)
    if (!geometry || !figures) {
      this.#withoutGeometry += 1
      return
    }
    this.#types[geometry.type] = (this.#types[geometry.type] ?? 0) + 1
    this.#vertices += figures.vertices
    const [west, south, east, north] = this.#box
    const box = figures.box
    this.#box = [Math.min(west, box[0]), Math.min(south, box[1]), Math.max(east, box[2]), Math.max(north, box[3])]
  }

  #flush(): void {
    if (this.#batch.length === 0) return
    this.#insert(this.#batch)
    this.#batch = []
  }

  /** Features have no lasting ids, so one that changed counts as removed and added. */
  #difference(dataSet: number | undefined): ImportDifference {
    const unchanged = this.#db
      .prepare(
        `SELECT coalesce(sum(min(staged.n, known.n)), 0) FROM
           (SELECT content_hash, count(*) AS n FROM temp.stage_feature GROUP BY content_hash) AS staged
         JOIN
           (SELECT content_hash, count(*) AS n FROM layer_feature
            WHERE edition = (SELECT edition FROM data_set WHERE key = ?) GROUP BY content_hash) AS known
         USING (content_hash)`,
      )
      .pluck()
      .get(dataSet ?? null) as number
    const known = this.#db
      .prepare('SELECT count(*) FROM layer_feature WHERE edition = (SELECT edition FROM data_set WHERE key = ?)')
      .pluck()
      .get(dataSet ?? null) as number
    return { added: this.#accepted - unchanged, updated: 0, unchanged, removed: known - unchanged }
  }

  /** The middle of each feature's box; what is new comes first. */
  #preview(dataSet: number | undefined): PreviewPoint[] {
    return this.#db
      .prepare(
        `SELECT (south + north) / 2 AS latitude, (west + east) / 2 AS longitude, substr(coalesce(name, layer), 1, 200) AS label,
           CASE WHEN content_hash IN (SELECT content_hash FROM layer_feature
             WHERE edition = (SELECT edition FROM data_set WHERE key = ?)) THEN 'unchanged' ELSE 'added' END AS change
         FROM temp.stage_feature WHERE west IS NOT NULL ORDER BY change, rowid LIMIT ?`,
      )
      .all(dataSet ?? null, MOST_PREVIEW_POINTS) as PreviewPoint[]
  }

  #commit({ dataSet, edition }: CommitTarget): void {
    this.#db
      .prepare(
        `INSERT INTO layer_feature (edition, ${COLUMNS}) SELECT ?, ${COLUMNS} FROM temp.stage_feature ORDER BY rowid`,
      )
      .run(edition)
    this.#db
      .prepare(
        `INSERT INTO layer_rtree (key, west, east, south, north)
         SELECT key, west, east, south, north FROM layer_feature WHERE edition = ? AND west IS NOT NULL`,
      )
      .run(edition)
    this.#forgetOldEditions(dataSet)
  }

  /** Features of editions that neither count nor can come back by undo or redo; they may be large. */
  #forgetOldEditions(dataSet: number): void {
    this.#db
      .prepare(
        `DELETE FROM layer_feature WHERE edition IN (
           SELECT old.key FROM import_edition AS old JOIN data_set ON data_set.name = old.data_set_name
           WHERE data_set.key = ? AND old.key <> data_set.edition
             AND old.key NOT IN (SELECT edition FROM import_step)
             AND old.key NOT IN (SELECT json_extract(other_state, '$.edition') FROM import_step
               WHERE json_extract(other_state, '$.edition') IS NOT NULL))`,
      )
      .run(dataSet)
  }
}

function nameOf(attributes: LayerFeature['attributes']): string | null {
  const names = new Map(Object.keys(attributes).map((name) => [name.toLowerCase(), name]))
  for (const key of NAME_KEYS) {
    const value = attributes[names.get(key) ?? '']
    if (value !== null && value !== undefined && value !== '') return String(value).slice(0, 200)
  }
  return null
}
