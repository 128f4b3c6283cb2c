import type { QueueProjectDetail } from '../../../shared/contract/queue.ts'
import { areaFigures } from '../../../shared/domain/queue/area-figures.ts'
import { countyKey, countyParts } from '../../../shared/domain/queue/county-match.ts'
import { queuePositionId } from '../../../shared/domain/queue/position-id.ts'
import type { QueueSource, SourcedArea } from '../../../shared/domain/queue/queue-fill.ts'
import type { Db } from '../db/database.ts'
import { readPosition } from './read-position.ts'
import {
  type QueueFiles,
  readQueueFiles,
  requestsOfState,
  type StoredRequest,
  type StoredRequests,
} from './requests-of-state.ts'

/** Where a site is, as far as queues ask. */
export interface QueuePlace {
  readonly county: string | null
  readonly state: string | null
  /** The request that was confirmed as the site's own. */
  readonly positionId: string | null
}

/** What the queues hold around a site; its own request is left out. */
export interface QueueAreasOfSite {
  readonly position: QueueProjectDetail | null
  readonly inState: readonly StoredRequest[]
  readonly inCounty: readonly StoredRequest[]
  readonly poi: SourcedArea | null
  readonly county: SourcedArea | null
  readonly state: SourcedArea | null
}

const NOTHING: StoredRequests = { requests: [], settled: [] }

/** Areas of sites, one after the other; those of the state before are forgotten, so that sites should come by state. */
export class QueueAreas {
  readonly #db: Db
  readonly #files: QueueFiles
  #state: string | null = null
  #stored: StoredRequests = NOTHING
  readonly #ofState = new Map<string, QueueAreasOfSite>()

  constructor(db: Db) {
    this.#db = db
    this.#files = readQueueFiles(db)
  }

  of(place: QueuePlace): QueueAreasOfSite {
    this.#load(place.state)
    if (place.positionId !== null) return this.#read(place)
    const key = place.county === null ? '' : countyKey(place.county)
    const known = this.#ofState.get(key)
    if (known) return known
    const read = this.#read(place)
    this.#ofState.set(key, read)
    return read
  }

  #load(state: string | null): void {
    const key = state?.toUpperCase() ?? null
    if (key === this.#state) return
    this.#state = key
    this.#stored = state === null ? NOTHING : requestsOfState(this.#db, state, this.#files)
    this.#ofState.clear()
  }

  #read({ county, state, positionId }: QueuePlace): QueueAreasOfSite {
    const position = positionId === null ? null : readPosition(this.#db, positionId)
    const others = (requests: readonly StoredRequest[]) =>
      position === null ? requests : requests.filter((each) => queuePositionId(each) !== positionId)
    const [inState, settled] = [others(this.#stored.requests), others(this.#stored.settled)]
    const isInCounty = inCountyOf(county)
    const inCounty = inState.filter(isInCounty)
    const poi = position?.project.poi ?? null
    const isAtPoi = ({ iso, poi: at }: StoredRequest) =>
      poi !== null && at !== null && iso === position?.project.iso && isSame(at, poi)
    const filedBy = position?.project.queueDate ?? null
    const area = (name: string, requests: readonly StoredRequest[], told: readonly StoredRequest[]): SourcedArea => ({
      area: name,
      ...areaFigures(requests, { filedBy, settled: told }),
      dataSets: new Set([...requests, ...told].map(({ dataSet }) => dataSet)),
    })
    const atPoi = inState.filter(isAtPoi)
    return {
      position,
      inState,
      inCounty,
      poi: atPoi.length === 0 ? null : area(poi ?? '', atPoi, settled.filter(isAtPoi)),
      county: inCounty.length === 0 ? null : area(`${county}, ${state}`, inCounty, settled.filter(isInCounty)),
      state: inState.length === 0 ? null : area(state ?? '', inState, settled),
    }
  }
}

/** The editions that count, with their titles. */
export function queueSources(db: Db): readonly QueueSource[] {
  return db
    .prepare(
      `SELECT name AS dataSet, title, data_set.as_of AS asOf FROM data_set
       JOIN import_edition ON import_edition.key = data_set.edition WHERE data_set.kind = 'queue' ORDER BY data_set.key`,
    )
    .all() as QueueSource[]
}

function inCountyOf(county: string | null): (request: StoredRequest) => boolean {
  const wanted = county === null ? '' : countyKey(county)
  return (request) =>
    wanted !== '' && request.county !== null && countyParts(request.county).some((part) => countyKey(part) === wanted)
}

/** Whether two texts name one point of interconnection: "Sub  345kV" and "SUB 345 kV" are one. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '')
  return plain(one) === plain(other)
}
