import type { QueueDiff } from './diff-queues.ts'
import { QUEUE_VALUE_FIELDS, type QueueProject, type QueueValueField } from './queue-project.ts'

/** A field of a project as files and commands name it: proposed_cod. */
export function queueFieldName(field: QueueValueField | 'queueId' | 'iso'): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A project with the names that files and commands use. */
export function queueProjectJson(project: QueueProject): Record<string, unknown> {
  return {
    queue_id: project.queueId,
    iso: project.iso,
    direction: project.direction,
    ...Object.fromEntries(QUEUE_VALUE_FIELDS.map((field) => [queueFieldName(field), project[field]])),
  }
}

/** What changed between two editions with the names that files and commands use. */
export function queueDiffJson(diff: QueueDiff): Record<string, unknown> {
  const named = (fields: Readonly<Partial<Record<QueueValueField, unknown>>>) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [queueFieldName(field as QueueValueField), value]),
    )
  return {
    compared: diff.compared,
    added: diff.added.map(({ queueId }) => queueId),
    removed: diff.removed.map(({ queueId }) => queueId),
    changed: diff.changed.length,
    changed_by_field: named(diff.changedByField),
    stage_moves: diff.stageMoves,
    records: diff.changed.map(({ queueId, fields }) => ({ queue_id: queueId, fields: named(fields) })),
  }
}
