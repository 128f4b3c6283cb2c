import type { LayerPart } from '../../../shared/contract/nearby.ts'
import { type GuessedRole, guessLayerRole, type LayerSketch } from '../../../shared/domain/nearby/guess-layer-role.ts'
import { floodZoneColumn, voltageColumn } from '../../../shared/domain/nearby/layer-columns.ts'
import type { LayerRole } from '../../../shared/domain/nearby/layer-role.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'

/** A layer inside an imported file, with what a search needs of it. */
export interface SourceLayer extends LayerPart {
  readonly edition: number
  readonly zoneColumn: string | null
  readonly asOf: string | null
  readonly importedAt: number
}

interface Looks {
  readonly part: string
  readonly features: number
  readonly guess: GuessedRole
  readonly voltageColumn: string | null
  readonly zoneColumn: string | null
}

/** Features of a part that are looked at for what it is. */
const SAMPLED = 200

/** What an edition holds never changes, so it is looked at once a connection. */
const SEEN = new WeakMap<Db, Map<number, readonly Looks[]>>()

/** The layers of the catalog, each with the role that somebody gave it, else the one that it looks like. */
export function readLayerParts(db: Db): SourceLayer[] {
  const layers = prepared(
    db,
    `SELECT data_set.key AS layerId, name, edition, import_edition.as_of AS asOf, data_set.imported_at AS importedAt
     FROM data_set JOIN import_edition ON import_edition.key = edition WHERE data_set.kind = 'layer' ORDER BY data_set.key`,
  ).all() as Pick<SourceLayer, 'layerId' | 'name' | 'edition' | 'asOf' | 'importedAt'>[]
  const chosen = new Map(
    (
      prepared(db, 'SELECT data_set_name AS name, part, role, author FROM layer_role').all() as {
        name: string
        part: string
        role: LayerRole
        author: string
      }[]
    ).map(({ name, part, ...rest }) => [`${name}\n${part}`, rest]),
  )
  return layers.flatMap((layer) =>
    looksOf(db, layer.edition, layer.name).map(({ guess, ...looks }): SourceLayer => {
      const own = chosen.get(`${layer.name}\n${looks.part}`)
      return {
        ...layer,
        ...looks,
        role: own?.role ?? guess.role,
        guess: guess.role,
        reason: guess.reason,
        chosenBy: own?.author ?? null,
      }
    }),
  )
}

/** As the contract tells of them. */
export function readNearbyRoles(db: Db): LayerPart[] {
  return readLayerParts(db).map(({ edition: _, zoneColumn: __, asOf: ___, importedAt: ____, ...part }) => part)
}

function looksOf(db: Db, edition: number, name: string): readonly Looks[] {
  let editions = SEEN.get(db)
  if (!editions) {
    editions = new Map()
    SEEN.set(db, editions)
  }
  let looks = editions.get(edition)
  if (!looks) {
    const parts = prepared(
      db,
      'SELECT layer AS part, count(*) AS features FROM layer_feature WHERE edition = ? GROUP BY layer',
    ).all(edition) as { part: string; features: number }[]
    looks = parts.map((each) => looksOfPart(db, edition, name, each))
    editions.set(edition, looks)
  }
  return looks
}

function looksOfPart(db: Db, edition: number, name: string, each: { part: string; features: number }): Looks {
  const rows = prepared(
    db,
    `SELECT geometry_type AS type, attributes FROM layer_feature WHERE edition = ? AND layer = ? ORDER BY ordinal LIMIT ${SAMPLED}`,
  ).all(edition, each.part) as { type: string | null; attributes: string }[]
  const samples = rows.map(({ attributes }) => JSON.parse(attributes) as Record<string, unknown>)
  const geometryTypes: Record<string, number> = {}
  for (const { type } of rows) if (type !== null) geometryTypes[type] = (geometryTypes[type] ?? 0) + 1
  const sketch: LayerSketch = { name, part: each.part, geometryTypes, samples }
  return {
    ...each,
    guess: guessLayerRole(sketch),
    voltageColumn: voltageColumn(samples),
    zoneColumn: floodZoneColumn(samples),
  }
}
