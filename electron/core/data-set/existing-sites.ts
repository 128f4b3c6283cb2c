import type { Position } from '../../../shared/domain/site/site-value.ts'
import type { Db, Statement } from '../db/database.ts'

/** How far apart two positions of one plant may lie, degrees (about 5 km of latitude). */
const NEAR_DEGREES = 0.05

/** Words that sources put or leave out in the name of one and the same plant. */
const FILLER = new Set(
  'coal plant power station generating generation steam energy center the llc lp inc co'.split(' '),
)

/** How an importer finds the site that a row without a site id speaks of. */
export class ExistingSitesInCatalog {
  readonly #byPlant: Statement
  readonly #near: Statement

  constructor(db: Db) {
    this.#byPlant = db.prepare('SELECT id FROM site WHERE eia_plant_id = ? ORDER BY key LIMIT 1').pluck()
    this.#near = db
      .prepare(
        `SELECT site.id, site.name FROM site_rtree AS near JOIN site ON site.key = near.key
         WHERE near.east >= ? AND near.west <= ? AND near.north >= ? AND near.south <= ? AND site.state = ?
           AND site.kind IN ('retired_plant', 'retiring_plant')
         ORDER BY site.key`,
      )
      .raw()
  }

  findByEiaPlantId(id: string): string | null {
    return (this.#byPlant.get(id) as string | undefined) ?? null
  }

  /**
   * The plant of the same name, filler words aside, within about 5 km in the same state. A campus planned on a
   * plant's ground is a site of its own, even under the plant's name.
   */
  findNear(name: string, state: string, position: Position): string | null {
    const { latitude, longitude } = position
    const candidates = this.#near.all(
      longitude - NEAR_DEGREES,
      longitude + NEAR_DEGREES,
      latitude - NEAR_DEGREES,
      latitude + NEAR_DEGREES,
      state,
    ) as [string, string][]
    const wanted = essence(name)
    return candidates.find(([, candidate]) => essence(candidate) === wanted)?.[0] ?? null
  }
}

function essence(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return words.filter((word) => word !== '' && !FILLER.has(word)).join(' ')
}
