import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openQueueFile } from '../../electron/core/queue/open-queue-file.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import { diffQueues } from '../../shared/domain/queue/diff-queues.ts'
import { queueDiffJson } from '../../shared/domain/queue/queue-json.ts'
import type { QueueProject } from '../../shared/domain/queue/queue-project.ts'
import { summariseQueue } from '../../shared/domain/queue/summarise-queue.ts'
import { hasSharedFolder } from '../unit/shared-folder.ts'

type Json = Record<string, unknown>

/** Dates written with a year of two digits (8/31/21), which the truth files do not count. */
const SHORT_YEARS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'nyiso/NYISO-Interconnection-Queue.xlsx': { status_date: 23, withdrawn_date: 23 },
  'lbnl/lbnlisoqueues_2020.reduced.xlsx': { queue_date: 3, proposed_cod: 1 },
}

/** PJM rows whose county is the word Unknown, which means that it is not given. */
const UNKNOWN_COUNTIES = 47

const QUEUES = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'samples', 'queue')

const FILES: readonly (readonly [file: string, format: string, asOf: string | null])[] = [
  ['ercot/GIS_Report_January_2019.xlsx', 'queue.ercot-gis', '2019-01-31'],
  ['ercot/GIS_Report_September2025.xlsx', 'queue.ercot-gis', '2025-09-30'],
  ['ercot/GIS_Report_October2025.xlsx', 'queue.ercot-gis', '2025-10-31'],
  ['pjm/PJM Queue.xlsx', 'queue.pjm', null],
  ['pjm/CycleProjects-All.reduced.xlsx', 'queue.pjm-cycle', null],
  ['miso/MISO GI Interactive Queue.csv', 'queue.miso', null],
  ['miso/giqueue_getprojects_2026-06-29.json', 'queue.miso', null],
  ['spp/GI_ActiveRequests.reduced.csv', 'queue.spp', '2026-07-01'],
  ['spp/SPP GI_ActiveRequest.reduced.xlsx', 'queue.spp', '2025-01-22'],
  ['caiso/publicqueuereport-07202026.xlsx', 'queue.caiso', '2026-07-20'],
  ['caiso/publicqueuereport-07272026.xlsx', 'queue.caiso', '2026-07-27'],
  ['caiso/cluster-15-interconnection-requests.xlsx', 'queue.caiso-cluster', null],
  ['nyiso/NYISO-Interconnection-Queue.xlsx', 'queue.nyiso', null],
  ['isone/QueueReport.xlsx', 'queue.isone', '2025-01-23'],
  ['lbnl/lbnlisoqueues_2020.reduced.xlsx', 'queue.lbnl', null],
  ['lbnl/lbnl_thru2024.reduced.xlsx', 'queue.lbnl', null],
]

const NAMES: Readonly<Record<string, keyof QueueProject>> = {
  queue_id: 'queueId',
  iso: 'iso',
  project_name: 'projectName',
  developer: 'developer',
  utility: 'utility',
  poi: 'poi',
  county: 'county',
  state: 'state',
  capacity_mw: 'capacityMw',
  summer_mw: 'summerMw',
  winter_mw: 'winterMw',
  resource: 'resource',
  stage: 'stage',
  raw_status: 'rawStatus',
  queue_date: 'queueDate',
  proposed_cod: 'proposedCod',
  status_date: 'statusDate',
  withdrawn_date: 'withdrawnDate',
  in_service_date: 'inServiceDate',
}

describe.runIf(hasSharedFolder())('The queue files that users have', () => {
  const at = (file: string) => path.join(QUEUES, file)
  const truthOf = (file: string) => JSON.parse(readFileSync(at(`${file}.truth.json`), 'utf8')) as Json
  const read = (file: string) =>
    openQueueFile({ path: at(file), name: path.basename(file) }, resourceFolders().reference)

  test.each(FILES)('%s: counts, megawatts, dates and whole records', async (file, format, asOf) => {
    const truth = truthOf(file)
    const queue = await read(file)
    expect(queue).toMatchObject({ format, asOf })
    const { projects } = queue
    expect(projects).toHaveLength(truth['records'] as number)
    const summary = summariseQueue(projects)
    for (const figure of ['by_raw_status', 'by_stage', 'by_state', 'mw'])
      expect({ [figure]: summary[figure] }).toEqual({ [figure]: truth[figure] })
    const dates = structuredClone(truth['dates']) as Record<string, { count: number }>
    for (const [field, count] of Object.entries(SHORT_YEARS[file] ?? {}))
      dates[field] = { ...dates[field], count: (dates[field]?.count ?? 0) + count }
    expect(summary['dates']).toEqual(dates)
    if (truth['by_iso']) expect(summary['by_iso']).toEqual(truth['by_iso'])
    const mwByStage = summary['mw_by_stage'] as Record<string, number>
    for (const [stage, mw] of Object.entries(truth['mw_by_stage'] as Record<string, number>))
      expect(mwByStage[stage], stage).toBeCloseTo(mw, 2)
    const missing = Object.fromEntries(
      Object.keys(truth['missing'] as Json).map((field) => [
        field,
        projects.filter((project) => project[NAMES[field] as keyof QueueProject] === null).length,
      ]),
    )
    const truthMissing = { ...(truth['missing'] as Record<string, number>) }
    for (const [field, count] of Object.entries(SHORT_YEARS[file] ?? {}))
      if (field in truthMissing) truthMissing[field] = (truthMissing[field] ?? 0) - count
    if (file === 'pjm/PJM Queue.xlsx') truthMissing['county'] = (truthMissing['county'] ?? 0) + UNKNOWN_COUNTIES
    expect(missing).toEqual(truthMissing)
    for (const spot of truth['spot'] as Json[]) {
      const record = queue.records.find(
        ({ project, row, sheet }) =>
          project.queueId === spot['queue_id'] && row === spot['row'] && sheet === spot['sheet'],
      )
      expect(record, String(spot['queue_id'])).toBeDefined()
      const shown = Object.fromEntries(
        Object.entries(NAMES).map(([name, field]) => [name, record?.project[field] ?? null]),
      )
      expect({ ...shown, row: record?.row, sheet: record?.sheet }).toEqual(spot)
    }
  })

  test.each([
    ['ercot', 'GIS_Report_September2025', 'GIS_Report_October2025', 'changes_September2025_to_October2025'],
    ['caiso', 'publicqueuereport-07202026', 'publicqueuereport-07272026', 'changes_07202026_to_07272026'],
  ])('%s: what changed between two editions', async (folder, before, after, changes) => {
    const truth = JSON.parse(readFileSync(at(`${folder}/${changes}.truth.json`), 'utf8')) as Json
    const [old, now] = [await read(`${folder}/${before}.xlsx`), await read(`${folder}/${after}.xlsx`)]
    const diff = queueDiffJson(diffQueues(old.projects, now.projects))
    const figures = ['compared', 'added', 'removed', 'changed', 'changed_by_field', 'stage_moves']
    for (const figure of figures) expect({ [figure]: diff[figure] }).toEqual({ [figure]: truth[figure] })
    // A long list is cut off in the truth file.
    for (const record of truth['records'] as Json[]) expect(diff['records']).toContainEqual(record)
  })
})
