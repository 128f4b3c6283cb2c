/**
 * Common table expression of the interconnection requests whose county is known, each once: where a collection (LBNL,
 * gridstatus) and a file of the operator itself both hold an operator's queue, the operator's own counts, and of PJM's
 * two lists the newer one. `county_fips` is the first county that the request names.
 */
export const COUNTY_REQUESTS = `
  located AS (
    SELECT project.*, data_set.format FROM data_set JOIN queue_project AS project ON project.edition = data_set.edition
    WHERE data_set.kind = 'queue' AND project.fips IS NOT NULL
  ),
  county_request AS (
    SELECT *, substr(fips, 1, 5) AS county_fips FROM located
    WHERE NOT (format IN ('queue.lbnl', 'queue.gridstatus') AND iso IN
        (SELECT iso FROM located WHERE format NOT IN ('queue.lbnl', 'queue.gridstatus')))
      AND NOT (format = 'queue.pjm' AND queue_id IN (SELECT queue_id FROM located WHERE format = 'queue.pjm-cycle'))
  )`

/** Stages off the line, which no longer compete for the county's grid. */
export const CLOSED_STAGES: ReadonlySet<string> = new Set(['in_service', 'withdrawn', 'retired', 'suspended'])
