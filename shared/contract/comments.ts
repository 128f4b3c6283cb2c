import * as z from 'zod'
import { annotationId } from './annotations.ts'
import type { ContractDef } from './define.ts'
import { writeResult } from './sites.ts'
import { position, siteFieldKey, siteId, timestampMs } from './values.ts'

export const threadId = z.uuid()
export const commentId = z.uuid()

/** What a thread of comments is about. */
export const commentAnchor = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('site'), siteId }),
  z.strictObject({ type: z.literal('field'), siteId, field: siteFieldKey }),
  z.strictObject({ type: z.literal('annotation'), annotationId }),
  /** A place on the map, which may belong to a site. */
  z.strictObject({ type: z.literal('point'), position, siteId: siteId.nullable() }),
])

const text = z
  .string()
  .trim()
  .min(1, 'A comment needs some words.')
  .max(10_000, 'A comment has at most 10,000 characters.')

export const comment = z.strictObject({
  commentId,
  text: z.string().max(10_000),
  author: z.string().max(200),
  writtenAt: timestampMs,
  /** Null where it is as it was written. */
  editedAt: timestampMs.nullable(),
})

export const commentThread = z.strictObject({
  threadId,
  anchor: commentAnchor,
  /** The site it counts for: of an annotation, that annotation's; null for the region. */
  siteId: siteId.nullable(),
  /** Where it is pinned on the map, degrees WGS 84; null where it is on no place or its annotation is gone. */
  position: position.nullable(),
  /** What it is about, as a user reads it: "Planned capacity", "Access road"; empty for a site or a place. */
  subject: z.string().max(300),
  /** True where the annotation that it is about was removed. */
  isOrphan: z.boolean(),
  isResolved: z.boolean(),
  /** Null for a thread that nobody has resolved or reopened. */
  resolution: z.strictObject({ author: z.string().max(200), at: timestampMs }).nullable(),
  /** Two people resolved and reopened it without having seen each other's change; the next resolve or reopen settles it. */
  isContested: z.boolean(),
  /** Oldest first; the first one opened the thread. */
  comments: z.array(comment).min(1),
})

/** How many threads are open and how many there are in all. */
const count = { open: z.number().int(), total: z.number().int() }

export const commentCounts = z.strictObject({
  /** All threads of each site: on itself, its fields, its annotations and its places. */
  sites: z.array(z.strictObject({ siteId, ...count })),
  annotations: z.array(z.strictObject({ annotationId, ...count })),
})

export type CommentAnchor = z.output<typeof commentAnchor>
export type Comment = z.output<typeof comment>
export type CommentThread = z.output<typeof commentThread>
export type CommentCounts = z.output<typeof commentCounts>

const threadWritten = z.strictObject({ ...writeResult.shape, threadId, commentId })

export const comments = {
  /** Threads with their comments, those with the newest comment first. */
  'comments.list': {
    kind: 'query',
    input: z.strictObject({
      siteId: siteId.optional(),
      annotationId: annotationId.optional(),
      /** Only those that have a place on the map. */
      isPinned: z.boolean().optional(),
      isResolved: z.boolean().optional(),
      limit: z.int().min(1).max(5_000).default(1_000),
    }),
    output: z.strictObject({ threads: z.array(commentThread), leftOut: z.number().int() }),
  },
  'comments.counts': { kind: 'query', input: z.strictObject({}), output: commentCounts },
  'comments.start': { kind: 'command', input: z.strictObject({ anchor: commentAnchor, text }), output: threadWritten },
  'comments.reply': { kind: 'command', input: z.strictObject({ threadId, text }), output: threadWritten },
  /** Changes one's own words. */
  'comments.edit': { kind: 'command', input: z.strictObject({ commentId, text }), output: threadWritten },
  /** Removes one's own words; a thread without any is gone. */
  'comments.remove': { kind: 'command', input: z.strictObject({ commentId }), output: writeResult },
  'comments.resolve': {
    kind: 'command',
    input: z.strictObject({ threadId, isResolved: z.boolean() }),
    output: writeResult,
  },
} as const satisfies ContractDef
