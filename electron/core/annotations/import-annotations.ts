import { randomUUID } from 'node:crypto'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportReport, RejectedRow } from '../../../shared/contract/jobs.ts'
import { ANNOTATIONS_FORMAT } from '../../../shared/contract/map-readings.ts'
import { MOST_ANNOTATIONS, MOST_VERTICES_AT_ONCE } from '../../../shared/domain/annotations/annotation-limits.ts'
import { figurePlaces } from '../../../shared/map/geodesy/figure-places.ts'
import { Turns } from '../data-set/chunks.ts'
import { writeEdit } from '../handlers/write-edit.ts'
import type { WriterContext } from '../handlers/writer-context.ts'
import { openLayer } from '../import/layers/layer-importers.ts'
import { openSource } from '../import/source/open-source.ts'
import { refusal } from '../import/source/refusal.ts'
import type { Job } from '../jobs.ts'
import { CREATED_FIELD } from '../oplog/row-state.ts'
import { type FeatureAnnotation, featureAnnotations } from './feature-annotations.ts'
import type { GroupContent } from './materialise-group.ts'
import { planAnnotations } from './plan-annotations.ts'
import { readGroups } from './read-annotations.ts'

/** Most rejected features that a report lists. */
const MOST_REJECTED = 1_000

/**
 * Takes the features of a map file in as annotations, in a drawing layer of the file's name and one step of undo.
 * @throws AppError bad_input for a file that is no map or holds more than can be edited, cancelled, or disk.
 */
export async function importAnnotations(
  context: WriterContext,
  { dryRun, ...file }: { path: string; name: string; coordinateSystem?: string | undefined; dryRun: boolean },
  job: Job,
): Promise<ImportReport> {
  const { name } = file
  const source = await openSource(file)
  const opened = await openLayer(source)
  if (!opened) throw refusal(source)
  job.progress(0, source.byteLength)
  const groupId = randomUUID()
  const found: FeatureAnnotation[] = []
  const rejected: RejectedRow[] = []
  let rejectedCount = 0
  const reject = (row: RejectedRow) => {
    rejectedCount += 1
    if (rejected.length < MOST_REJECTED) rejected.push(row)
  }
  let records = 0
  let vertices = 0
  const turns = new Turns()
  try {
    for await (const event of opened.events) {
      records += 1
      const parts = event.type === 'feature' ? featureAnnotations(event.feature, groupId) : []
      if (event.type === 'rejected') reject(event.rejected)
      else if (typeof parts === 'string') reject({ row: event.feature.row, column: 'geometry', reason: parts })
      else
        for (const part of parts) {
          found.push(part)
          vertices += figurePlaces(part.figure).length
        }
      if (found.length > MOST_ANNOTATIONS || vertices > MOST_VERTICES_AT_ONCE)
        throw new AppError(
          'bad_input',
          `"${name}" holds more than ${MOST_ANNOTATIONS.toLocaleString('en-US')} drawings or ${MOST_VERTICES_AT_ONCE.toLocaleString('en-US')} vertices, too many to edit by hand; import it as a layer.`,
        )
      if (turns.isOver()) {
        await turns.next()
        job.throwIfCancelled()
      }
    }
  } finally {
    opened.close?.()
  }
  job.progress(source.byteLength, source.byteLength)
  job.throwIfCancelled()
  if (!dryRun && found.length > 0)
    writeEdit(context, `"${name}"`, () => {
      const groups = readGroups(context.db)
      const content: GroupContent = {
        name: freeName(
          name,
          groups.map((group) => group.name),
        ),
        order: Math.max(0, ...groups.map(({ order }) => order)) + 1,
        isLocked: false,
        isHidden: false,
      }
      const { changes } = planAnnotations(context.db, { create: found, update: [], remove: [] }, new Set([groupId]))
      return {
        label: `Import ${name} as annotations`,
        changes: [{ entity: 'annotationGroup', rowId: groupId, field: CREATED_FIELD, value: content }, ...changes],
      }
    })
  return {
    type: 'import',
    format: ANNOTATIONS_FORMAT,
    kind: ANNOTATIONS_FORMAT,
    title: `${opened.title}, as annotations`,
    asOf: null,
    fileName: name,
    dryRun,
    records,
    added: found.length,
    updated: 0,
    unchanged: 0,
    removed: 0,
    rejected,
    rejectedCount,
    summary: { annotations: found.length, vertices },
    notes: [...opened.notes],
    preview: [],
  }
}

/** The file's name without its ending, as a drawing layer that is not there yet. */
function freeName(fileName: string, taken: readonly string[]): string {
  const base =
    fileName
      .replace(/\.[^.]*$/, '')
      .trim()
      .slice(0, 70) || 'Imported'
  const keys = new Set(taken.map((name) => name.trim().normalize('NFC').toLowerCase()))
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? base : `${base} (${copy})`
    if (!keys.has(name.normalize('NFC').toLowerCase())) return name
  }
}
