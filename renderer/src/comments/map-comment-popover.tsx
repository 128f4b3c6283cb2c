import { IconX } from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { AppState } from '../stores/app-state.ts'
import { commentDraftKey, type MapComment } from '../stores/comment-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CommentForm } from './comment-form.tsx'
import { ThreadCard } from './comment-thread.tsx'
import { FloatingBox } from './floating-box.tsx'
import { threadSubject } from './thread-subject.ts'

export interface MapCommentPopoverProps {
  readonly map: LeafletMap
  readonly comment: MapComment
  onClose(): void
}

/** A thread beside its pin, or words for a new one beside its place. */
export function MapCommentPopover({ map, comment, onClose }: MapCommentPopoverProps) {
  const threads = useApp((state) => state.threads)
  const annotations = useApp((state) => state.annotations)
  const siteName = useApp((state) => nameOf(state, comment))
  const startThread = useApp((state) => state.startThread)
  const openMapComment = useApp((state) => state.openMapComment)
  const thread = comment.type === 'thread' ? threads.find(({ threadId }) => threadId === comment.threadId) : undefined
  const place = comment.type === 'new' ? comment.position : (thread?.position ?? null)

  // A thread that is asked for from a list may lie anywhere.
  useEffect(() => {
    if (place !== null && !map.getBounds().pad(-0.08).contains([place.latitude, place.longitude]))
      map.panTo([place.latitude, place.longitude], { animate: false })
  }, [map, place])

  // Undo, or a colleague, may have taken the thread away.
  useEffect(() => {
    if (place === null) onClose()
  }, [place, onClose])

  // The field that held the focus goes when its words are sent; without it Escape would reach nobody.
  const box = useRef<HTMLDivElement>(null)
  const threadId = thread?.threadId
  useEffect(() => {
    if (threadId !== undefined && !box.current?.contains(document.activeElement)) box.current?.focus()
  }, [threadId])

  if (place === null) return null
  const { latitude, longitude } = place
  const title = thread ? threadSubject(thread) : newTitle()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  return (
    <FloatingBox map={map} latitude={latitude} longitude={longitude} className="map-comment" gapPx={18}>
      <div
        ref={box}
        className="map-comment__box"
        role="dialog"
        aria-label={`Comments on ${title}`}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <div className="map-comment__head">
          <div className="map-comment__title">
            <strong className={comment.type === 'new' && comment.anchor.type === 'point' ? 'num' : undefined}>
              {title}
            </strong>
            {siteName === null ? null : <span className="muted">{siteName}</span>}
          </div>
          <IconButton label="Close" onClick={onClose}>
            <IconX size={16} stroke={1.8} />
          </IconButton>
        </div>
        <div className="map-comment__body scroll">
          {thread ? (
            <ThreadCard thread={thread} hasSubject={false} isOnMap />
          ) : comment.type === 'new' ? (
            <CommentForm
              draftKey={commentDraftKey(comment.anchor)}
              label="New comment"
              submitLabel="Comment"
              hasFocus
              onSend={async (text) => {
                const threadId = await startThread(comment.anchor, text)
                if (threadId !== null) openMapComment({ type: 'thread', threadId })
                return threadId !== null
              }}
            />
          ) : null}
        </div>
      </div>
    </FloatingBox>
  )

  function newTitle(): string {
    const { anchor } = comment as Extract<MapComment, { type: 'new' }>
    if (anchor.type === 'point') return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
    const annotation = annotations.find(({ annotationId }) => annotationId === anchor.annotationId)
    return annotation?.label || `${annotation?.figure.shape ?? 'drawing'} without a label`
  }
}

/** The name of the site that a comment on the map counts for. */
function nameOf(state: AppState, comment: MapComment): string | null {
  const row = state.rowOf.get(siteOf(state, comment) ?? '')
  return row === undefined ? null : (state.columns?.names[row] ?? null)
}

function siteOf({ threads, annotations }: AppState, comment: MapComment): string | null | undefined {
  if (comment.type === 'thread') return threads.find(({ threadId }) => threadId === comment.threadId)?.siteId
  const { anchor } = comment
  if (anchor.type === 'point') return anchor.siteId
  return annotations.find(({ annotationId }) => annotationId === anchor.annotationId)?.siteId
}
