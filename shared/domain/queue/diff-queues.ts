import { QUEUE_VALUE_FIELDS, type QueueProject, type QueueValueField, queueKey } from './queue-project.ts'

export type QueueValue = string | number | null

export interface ChangedProject {
  readonly queueId: string
  /** As it is in the later edition. */
  readonly project: QueueProject
  readonly fields: Readonly<Partial<Record<QueueValueField, readonly [before: QueueValue, after: QueueValue]>>>
}

/** What happened between two editions of a queue. Lists are ordered by id. */
export interface QueueDiff {
  /** Projects in both editions. */
  readonly compared: number
  readonly added: readonly QueueProject[]
  /** As they were in the earlier edition. */
  readonly removed: readonly QueueProject[]
  readonly changed: readonly ChangedProject[]
  readonly changedByField: Readonly<Partial<Record<QueueValueField, number>>>
  /** "system_impact -> withdrawn" and how often. */
  readonly stageMoves: Readonly<Record<string, number>>
}

/**
 * Compares two editions. A project is the same where operator and id are; rows that share an id are told apart by
 * their names first, and then by their order in the file.
 */
export function diffQueues(before: readonly QueueProject[], after: readonly QueueProject[]): QueueDiff {
  const pairs = pairProjects(before, after)
  const changed: ChangedProject[] = []
  const changedByField: Partial<Record<QueueValueField, number>> = {}
  const stageMoves: Record<string, number> = {}
  for (const [old, now] of pairs.both) {
    const fields: Partial<Record<QueueValueField, readonly [QueueValue, QueueValue]>> = {}
    for (const field of QUEUE_VALUE_FIELDS)
      if (old[field] !== now[field]) {
        fields[field] = [old[field], now[field]]
        changedByField[field] = (changedByField[field] ?? 0) + 1
      }
    if (Object.keys(fields).length > 0) changed.push({ queueId: now.queueId, project: now, fields })
    if (old.stage !== now.stage) {
      const move = `${old.stage} -> ${now.stage}`
      stageMoves[move] = (stageMoves[move] ?? 0) + 1
    }
  }
  return {
    compared: pairs.both.length,
    added: pairs.added.sort(byId),
    removed: pairs.removed.sort(byId),
    changed: changed.sort(byId),
    changedByField,
    stageMoves,
  }
}

function byId(a: { readonly queueId: string }, b: { readonly queueId: string }): number {
  return a.queueId === b.queueId ? 0 : a.queueId < b.queueId ? -1 : 1
}

interface Pairs {
  readonly both: (readonly [QueueProject, QueueProject])[]
  readonly added: QueueProject[]
  readonly removed: QueueProject[]
}

function pairProjects(before: readonly QueueProject[], after: readonly QueueProject[]): Pairs {
  const olds = byKey(before)
  const pairs: Pairs = { both: [], added: [], removed: [] }
  for (const [key, news] of byKey(after)) {
    const left = [...(olds.get(key) ?? [])]
    olds.delete(key)
    const unnamed = news.filter((project) => {
      const at = left.findIndex((old) => old.projectName === project.projectName)
      const [old] = at < 0 ? [] : left.splice(at, 1)
      if (old) pairs.both.push([old, project])
      return !old
    })
    for (const project of unnamed) {
      const old = left.shift()
      if (old) pairs.both.push([old, project])
      else pairs.added.push(project)
    }
    pairs.removed.push(...left)
  }
  for (const left of olds.values()) pairs.removed.push(...left)
  return pairs
}

function byKey(projects: readonly QueueProject[]): Map<string, QueueProject[]> {
  const map = new Map<string, QueueProject[]>()
  for (const project of projects) {
    const same = map.get(queueKey(project))
    if (same) same.push(project)
    else map.set(queueKey(project), [project])
  }
  return map
}
