import type { QueueOfCounty } from '../../../shared/contract/queue.ts'
import type { Db } from '../db/database.ts'
import { CLOSED_STAGES, COUNTY_REQUESTS } from './county-requests.ts'

/** What each operator's queue holds in each county, by county code and operator. */
export function readQueueByCounty(db: Db): QueueOfCounty[] {
  const closed = [...CLOSED_STAGES].map((stage) => `'${stage}'`).join(', ')
  return db
    .prepare(
      `WITH ${COUNTY_REQUESTS}
       SELECT county_fips AS fips, iso, count(*) AS requests, sum(stage NOT IN (${closed})) AS open,
         total(capacity_mw) FILTER (WHERE stage NOT IN (${closed}) AND direction = 'generation') AS generationMw,
         total(capacity_mw) FILTER (WHERE stage NOT IN (${closed}) AND direction = 'load') AS loadMw
       FROM county_request GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all() as QueueOfCounty[]
}
