import { AppError } from '../../../shared/contract/errors.ts'
import type { SiteAttribute, SiteDetail, SiteNote, SiteRecord } from '../../../shared/contract/sites.ts'
import { SITE_FIELD_KEYS, type SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { readEvidence } from '../evidence/read-evidence.ts'
import { clockTimeMs } from '../oplog/clock.ts'
import { isConflict } from '../oplog/conflicts.ts'
import { type Head, readHeads } from './overrides.ts'
import { unpackCells } from './packed-cells.ts'
import { parseRecord, type RecordedValues, recordFor } from './site-records.ts'

interface DataSetRecord extends RecordedValues {
  readonly dataSet: string
  readonly attribution: string
  readonly rowNumber: number
  readonly source: string
  readonly asOf: string | null
  readonly cells: [string, string][]
}

/** All that the catalog knows of a site. @throws AppError 'not_found' */
export function readSite(db: Db, siteId: string): SiteDetail {
  return db.transaction(() => {
    requireSite(db, siteId)
    const records = readRecords(db, siteId)
    const heads = readHeads(db, siteId)
    const attributes = SITE_FIELD_KEYS.flatMap((key) => attribute(key, heads.get(key) ?? [], records) ?? [])
    return {
      siteId,
      attributes,
      notes: readNotes(db, siteId),
      evidence: readEvidence(db, siteId),
      records: records.map(siteRecord),
    }
  })()
}

/** The name of a site. @throws AppError 'not_found' */
export function requireSite(db: Db, siteId: string): string {
  const name = prepared(db, 'SELECT name FROM site WHERE id = ?').pluck().get(siteId) as string | undefined
  if (name === undefined)
    throw new AppError('not_found', `The catalog has no site "${siteId}"; look for it by name in the list.`)
  return name
}

function readRecords(db: Db, siteId: string): DataSetRecord[] {
  const rows = prepared(
    db,
    `SELECT data_set.name AS dataSet, attribution, row_number AS rowNumber, source, record.as_of AS asOf,
         site_values AS siteValues, rungs, columns AS shape, names, cells
       FROM data_set_record AS record
       JOIN data_set ON data_set.key = record.data_set JOIN record_header ON record_header.key = record.header
       LEFT JOIN record_shape ON record_shape.key = record.shape
       WHERE site_id = ? ORDER BY record.data_set`,
  ).all(siteId) as (Omit<DataSetRecord, 'values' | 'rungs' | 'cells'> & {
    siteValues: string
    rungs: string | null
    shape: string | null
    names: string
    cells: string
  })[]
  return rows.map(({ siteValues, rungs, shape, names, cells, ...rest }) => {
    const texts = unpackCells(cells)
    return {
      ...rest,
      ...parseRecord([siteValues, rungs, shape, cells]),
      cells: (JSON.parse(names) as string[]).map((name, i) => [name, texts[i] ?? '']),
    }
  })
}

function attribute(
  key: SiteFieldKey,
  heads: readonly Head[],
  records: readonly DataSetRecord[],
): SiteAttribute | undefined {
  const record = recordFor(records, key)
  const shown = heads[0]
  const conflict = isConflict(heads.map((head) => JSON.stringify(head.value)))
  if (shown && (shown.value !== null || conflict)) {
    const edit = shown.value
    return {
      field: key,
      value: edit ? edit.value : (record?.values[key] ?? null),
      source: edit?.source ?? record?.source ?? '',
      asOf: edit ? edit.asOf : (record?.asOf ?? null),
      rung: edit?.rung ?? record?.rungs[key] ?? 'claimed',
      author: shown.author,
      origin: conflict ? 'conflict' : 'edit',
      dataSet: record?.dataSet ?? null,
      editedAt: clockTimeMs(shown.op),
      ...(record ? { dataSetValue: record.values[key] ?? null } : {}),
    }
  }
  if (!record) return undefined
  return {
    field: key,
    value: record.values[key] ?? null,
    source: record.source,
    asOf: record.asOf,
    rung: record.rungs[key] ?? 'claimed',
    author: record.attribution.slice(0, 200),
    origin: 'data_set',
    dataSet: record.dataSet,
    editedAt: null,
  }
}

function readNotes(db: Db, siteId: string): SiteNote[] {
  return prepared(
    db,
    `SELECT id AS noteId, text, author, created_at AS createdAt, edited_at AS editedAt
       FROM note WHERE site_id = ? ORDER BY created_at, id`,
  ).all(siteId) as SiteNote[]
}

function siteRecord({ dataSet, rowNumber, source, cells }: DataSetRecord): SiteRecord {
  return { dataSet, rowNumber, source, cells }
}
