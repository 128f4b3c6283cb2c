import type { QueueDiff, QueueValue } from './diff-queues.ts'
import type { QueueProject, QueueValueField } from './queue-project.ts'

/** What may have become of a request from one edition to the next; one request may be of several kinds. */
export const QUEUE_CHANGE_KINDS = [
  'new',
  'gone',
  'withdrawn',
  'slipped',
  'earlier',
  'megawatts',
  'stage',
  'other',
] as const

export type QueueChangeKind = (typeof QUEUE_CHANGE_KINDS)[number]

export interface QueueChange {
  readonly project: QueueProject
  readonly kinds: readonly QueueChangeKind[]
  /** Before and after by field; empty for a request that is new or gone. */
  readonly fields: Readonly<Partial<Record<QueueValueField, readonly [before: QueueValue, after: QueueValue]>>>
}

const MEGAWATT_FIELDS = ['capacityMw', 'summerMw', 'winterMw'] as const

/** The requests that a comparison speaks of, ordered as it orders them: new, then gone, then changed. */
export function queueChanges(diff: QueueDiff): QueueChange[] {
  return [
    ...diff.added.map((project): QueueChange => ({ project, kinds: ['new'], fields: {} })),
    ...diff.removed.map((project): QueueChange => ({ project, kinds: ['gone'], fields: {} })),
    ...diff.changed.map(({ project, fields }): QueueChange => ({ project, kinds: kindsOf(fields), fields })),
  ]
}

/** How many requests a kind of change concerns, and their megawatts. */
export interface QueueChangeCount {
  readonly kind: QueueChangeKind
  readonly projects: number
  /** Of the requests; for `megawatts` by how much they grew altogether, negative where they shrank. */
  readonly mw: number
}

/** The kinds of change that happened, each with what it amounts to. */
export function countChanges(changes: readonly QueueChange[]): QueueChangeCount[] {
  return QUEUE_CHANGE_KINDS.flatMap((kind) => {
    const of = changes.filter(({ kinds }) => kinds.includes(kind))
    if (of.length === 0) return []
    const mw = of.reduce(
      (sum, change) => sum + (kind === 'megawatts' ? growth(change) : (change.project.capacityMw ?? 0)),
      0,
    )
    return [{ kind, projects: of.length, mw: Math.round(mw * 1_000) / 1_000 }]
  })
}

function kindsOf(fields: QueueChange['fields']): QueueChangeKind[] {
  const kinds: QueueChangeKind[] = []
  if (fields.stage) kinds.push(fields.stage[1] === 'withdrawn' ? 'withdrawn' : 'stage')
  const [was, is] = fields.proposedCod ?? []
  // A date that is new or gone is neither later nor earlier.
  if (typeof was === 'string' && typeof is === 'string') kinds.push(is > was ? 'slipped' : 'earlier')
  if (MEGAWATT_FIELDS.some((field) => fields[field])) kinds.push('megawatts')
  return kinds.length === 0 ? ['other'] : kinds
}

function growth({ fields }: QueueChange): number {
  const [was, is] = fields.capacityMw ?? []
  return (typeof is === 'number' ? is : 0) - (typeof was === 'number' ? was : 0)
}
