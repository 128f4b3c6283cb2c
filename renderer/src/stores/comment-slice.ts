import type { CommentAnchor, CommentThread } from '../../../shared/contract/comments.ts'
import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { SliceTools } from './app-state.ts'
import { told } from './told.ts'

export interface CommentCount {
  readonly open: number
  readonly total: number
}

export interface CommentSlice {
  /** All threads, those with the newest comment first. */
  readonly threads: readonly CommentThread[]
  /** Threads that are too many to be shown. */
  readonly threadsLeftOut: number
  /** By site, by `siteId field` and by annotation. */
  readonly siteComments: ReadonlyMap<string, CommentCount>
  readonly fieldComments: ReadonlyMap<string, CommentCount>
  readonly annotationComments: ReadonlyMap<string, CommentCount>
  /** What is typed and not sent yet, by `commentDraftKey`, the id of a thread or of a comment. */
  readonly commentDrafts: Readonly<Record<string, string>>
  /** The thread that is open on the map, or what a new one there would be about; null for none. */
  readonly mapComment: MapComment | null
  /** Which threads are pinned to the map. */
  readonly pins: { readonly areShown: boolean; readonly withResolved: boolean }
  /** The comments that the site panel was asked to show: a field's, a thread's; counts up with each wish. */
  readonly commentFocus: CommentFocus | null
  refreshComments(): Promise<void>
  /** The thread's id; null after the error was told. */
  startThread(anchor: CommentAnchor, text: string): Promise<string | null>
  replyTo(threadId: string, text: string): Promise<boolean>
  editComment(commentId: string, text: string): Promise<boolean>
  removeComment(commentId: string): Promise<boolean>
  resolveThread(threadId: string, isResolved: boolean): Promise<boolean>
  setCommentDraft(key: string, text: string | null): void
  openMapComment(comment: MapComment | null): void
  showPins(change: Partial<CommentSlice['pins']>): void
  focusComments(focus: Omit<CommentFocus, 'token'>): void
}

export type MapComment =
  | { readonly type: 'thread'; readonly threadId: string }
  | {
      readonly type: 'new'
      readonly anchor: Extract<CommentAnchor, { type: 'point' | 'annotation' }>
      readonly position: { readonly latitude: number; readonly longitude: number }
    }

export interface CommentFocus {
  readonly siteId: string
  /** Null for the site as a whole. */
  readonly field: SiteFieldKey | null
  readonly token: number
}

/** Most threads that are read at once. */
const MOST_THREADS = 5_000

/** Where the words for a new thread are kept until they are sent. */
export function commentDraftKey(anchor: CommentAnchor): string {
  switch (anchor.type) {
    case 'site':
      return anchor.siteId
    case 'field':
      return fieldCommentKey(anchor.siteId, anchor.field)
    case 'annotation':
      return anchor.annotationId
    case 'point':
      return 'map'
  }
}

export function fieldCommentKey(siteId: string, field: SiteFieldKey): string {
  return `${siteId} ${field}`
}

export function commentSlice(tools: SliceTools): CommentSlice {
  const { set, get, ports } = tools
  let latest = 0

  async function write(change: Promise<unknown>): Promise<boolean> {
    if ((await told(tools, change)) === null) return false
    await Promise.all([get().refreshComments(), get().refreshDetail(), get().refreshHistory()])
    return true
  }

  return {
    threads: [],
    threadsLeftOut: 0,
    siteComments: new Map(),
    fieldComments: new Map(),
    annotationComments: new Map(),
    commentDrafts: {},
    mapComment: null,
    pins: { areShown: true, withResolved: false },
    commentFocus: null,
    async refreshComments() {
      latest += 1
      const asked = latest
      const answer = await told(
        tools,
        Promise.all([ports.client['comments.list']({ limit: MOST_THREADS }), ports.client['comments.counts']({})]),
      )
      // Answers may come in another order than they were asked for.
      if (answer === null || asked !== latest) return
      const [{ threads, leftOut }, counts] = answer
      set({
        threads,
        threadsLeftOut: leftOut,
        siteComments: new Map(counts.sites.map(({ siteId, open, total }) => [siteId, { open, total }])),
        annotationComments: new Map(
          counts.annotations.map(({ annotationId, open, total }) => [annotationId, { open, total }]),
        ),
        fieldComments: countFields(threads),
      })
    },
    async startThread(anchor, text) {
      const written = await told(tools, ports.client['comments.start']({ anchor, text }))
      if (written === null) return null
      await Promise.all([get().refreshComments(), get().refreshDetail(), get().refreshHistory()])
      return written.threadId
    },
    replyTo: (threadId, text) => write(ports.client['comments.reply']({ threadId, text })),
    editComment: (commentId, text) => write(ports.client['comments.edit']({ commentId, text })),
    removeComment: (commentId) => write(ports.client['comments.remove']({ commentId })),
    resolveThread: (threadId, isResolved) => write(ports.client['comments.resolve']({ threadId, isResolved })),
    setCommentDraft: (key, text) =>
      set((state) => {
        const rest = Object.fromEntries(Object.entries(state.commentDrafts).filter(([each]) => each !== key))
        return { commentDrafts: text === null ? rest : { ...rest, [key]: text } }
      }),
    openMapComment: (mapComment) => set({ mapComment }),
    showPins: (change) => set((state) => ({ pins: { ...state.pins, ...change } })),
    focusComments: (focus) =>
      set((state) => ({ commentFocus: { ...focus, token: (state.commentFocus?.token ?? 0) + 1 } })),
  }
}

function countFields(threads: readonly CommentThread[]): Map<string, CommentCount> {
  const counts = new Map<string, CommentCount>()
  for (const { anchor, isResolved } of threads) {
    if (anchor.type !== 'field') continue
    const key = fieldCommentKey(anchor.siteId, anchor.field)
    const { open, total } = counts.get(key) ?? { open: 0, total: 0 }
    counts.set(key, { open: open + (isResolved ? 0 : 1), total: total + 1 })
  }
  return counts
}
