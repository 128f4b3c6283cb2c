import type { LatLng, Map as LeafletMap, LeafletMouseEvent } from 'leaflet'
import { useEffect, useState } from 'react'
import type { CommentAnchor, CommentThread } from '../../../shared/contract/comments.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { CommentPins } from './comment-pins.ts'
import { MapCommentPopover } from './map-comment-popover.tsx'
import { MapMenu, type MapMenuItem } from './map-menu.tsx'

interface MenuAt {
  readonly place: LatLng
  readonly items: readonly MapMenuItem[]
}

/** The comments on the map: pins, the open thread, and "Comment here" from the menu of a place. */
export function MapComments({ map }: { readonly map: LeafletMap }) {
  const store = useAppStore()
  const threads = useApp((state) => state.threads)
  const mapComment = useApp((state) => state.mapComment)
  const openMapComment = useApp((state) => state.openMapComment)
  const [pins, setPins] = useState<CommentPins | null>(null)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const { areShown, withResolved } = useApp((state) => state.pins)
  const openId = mapComment?.type === 'thread' ? mapComment.threadId : null

  useEffect(() => {
    const made = new CommentPins(map, (threadId) => store.getState().openMapComment({ type: 'thread', threadId }))
    setPins(made)
    return () => {
      setPins(null)
      made.remove()
    }
  }, [map, store])

  // Whatever is hidden, the thread that is being looked at has its pin.
  useEffect(() => {
    const isPinned = ({ isResolved, threadId }: CommentThread) =>
      threadId === openId || (areShown && (withResolved || !isResolved))
    pins?.show(threads.filter(isPinned), openId)
  }, [pins, threads, openId, areShown, withResolved])

  useEffect(() => {
    const comment = (anchor: Extract<CommentAnchor, { type: 'point' | 'annotation' }>, place: LatLng) => {
      const { lat, lng } = place.wrap()
      openMapComment({ type: 'new', anchor, position: { latitude: lat, longitude: lng } })
    }
    const here = (place: LatLng): Extract<CommentAnchor, { type: 'point' }> => {
      const { lat, lng } = place.wrap()
      return {
        type: 'point',
        position: { latitude: lat, longitude: lng },
        siteId: store.getState().selectedId,
      }
    }
    const openMenu = ({ latlng, originalEvent }: LeafletMouseEvent) => {
      // While something is drawn, the right button is the tool's.
      if (store.getState().drawingTool !== 'select') return
      const target = originalEvent.target instanceof Element ? originalEvent.target.closest('[data-annotation]') : null
      const annotationId = target?.getAttribute('data-annotation') ?? null
      const annotation = store.getState().annotations.find((each) => each.annotationId === annotationId)
      setMenu({
        place: latlng,
        items: [
          ...(annotation
            ? [
                {
                  label: `Comment on ${annotation.label || `this ${annotation.figure.shape}`}`,
                  act: () => comment({ type: 'annotation', annotationId: annotation.annotationId }, latlng),
                },
              ]
            : []),
          { label: 'Comment here', act: () => comment(here(latlng), latlng) },
        ],
      })
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.target !== map.getContainer() || event.key.toLowerCase() !== 'c') return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      event.preventDefault()
      comment(here(map.getCenter()), map.getCenter())
    }
    map.on('contextmenu', openMenu)
    map.getContainer().addEventListener('keydown', onKeyDown)
    return () => {
      map.off('contextmenu', openMenu)
      map.getContainer().removeEventListener('keydown', onKeyDown)
    }
  }, [map, store, openMapComment])

  return (
    <>
      {menu ? <MapMenu map={map} place={menu.place} items={menu.items} onClose={() => setMenu(null)} /> : null}
      {mapComment ? (
        <MapCommentPopover
          key={mapComment.type === 'thread' ? mapComment.threadId : JSON.stringify(mapComment.position)}
          map={map}
          comment={mapComment}
          onClose={() => {
            openMapComment(null)
            map.getContainer().focus()
          }}
        />
      ) : null}
    </>
  )
}
