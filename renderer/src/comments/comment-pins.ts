import { DivIcon, LayerGroup, type Map as LeafletMap, Marker } from 'leaflet'
import type { CommentThread } from '../../../shared/contract/comments.ts'
import { threadSubject } from './thread-subject.ts'

const PANE = 'comment-pins'
const SVG = 'http://www.w3.org/2000/svg'
const WIDTH_PX = 26
const HEIGHT_PX = 28

/** Most pins on the map: those with the newest comments. */
const MOST_PINS = 1_000

/** The threads that are pinned to the map, each a small bubble that a click or Enter opens. */
export class CommentPins {
  readonly #group = new LayerGroup()
  readonly #onOpen: (threadId: string) => void
  readonly #markers = new Map<string, { readonly marker: Marker; readonly look: string }>()

  constructor(map: LeafletMap, onOpen: (threadId: string) => void) {
    this.#onOpen = onOpen
    const pane = map.getPane(PANE) ?? map.createPane(PANE)
    pane.style.zIndex = '480'
    this.#group.addTo(map)
  }

  show(threads: readonly CommentThread[], openId: string | null): void {
    const shown = threads.filter(({ position }) => position !== null).slice(0, MOST_PINS)
    const wanted = new Set(shown.map(({ threadId }) => threadId))
    for (const id of this.#markers.keys()) if (!wanted.has(id)) this.#take(id)
    for (const thread of shown) this.#put(thread, thread.threadId === openId)
  }

  remove(): void {
    for (const id of this.#markers.keys()) this.#take(id)
    this.#group.remove()
  }

  #put(thread: CommentThread, isOpen: boolean): void {
    const { threadId, position, comments, isResolved } = thread
    if (position === null) return
    const look = JSON.stringify([position, comments.length, isResolved, isOpen])
    if (this.#markers.get(threadId)?.look === look) return
    const hadFocus = this.#markers.get(threadId)?.marker.getElement() === document.activeElement
    this.#take(threadId)
    const marker = new Marker([position.latitude, position.longitude], {
      pane: PANE,
      icon: new DivIcon({
        className: `comment-pin${isOpen ? ' comment-pin--open' : ''}${isResolved ? ' comment-pin--resolved' : ''}`,
        html: bubble(comments.length),
        iconSize: [WIDTH_PX, HEIGHT_PX],
        iconAnchor: [WIDTH_PX / 2, HEIGHT_PX],
      }),
      title: `${comments[0]?.author}: ${comments[0]?.text.slice(0, 120)}`,
    })
    marker.on('click', () => {
      if (!isDrawing(this.#group)) this.#onOpen(threadId)
    })
    this.#group.addLayer(marker)
    this.#markers.set(threadId, { marker, look })
    const element = marker.getElement()
    element?.setAttribute('role', 'button')
    element?.setAttribute('aria-label', `${comments.length} comments on ${threadSubject(thread)}`)
    if (hadFocus) element?.focus()
  }

  #take(threadId: string): void {
    const known = this.#markers.get(threadId)
    if (known) this.#group.removeLayer(known.marker)
    this.#markers.delete(threadId)
  }
}

/** True while a drawing tool has the pointer. */
function isDrawing(group: LayerGroup): boolean {
  const { _map: map } = group as unknown as { _map?: { pm?: { globalDrawModeEnabled?(): boolean } } }
  return map?.pm?.globalDrawModeEnabled?.() ?? false
}

function bubble(count: number): HTMLElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${WIDTH_PX} ${HEIGHT_PX}`)
  svg.setAttribute('aria-hidden', 'true')
  const shape = document.createElementNS(SVG, 'path')
  shape.setAttribute(
    'd',
    'M5 1.5h16a3.5 3.5 0 0 1 3.5 3.5v12a3.5 3.5 0 0 1-3.5 3.5h-4l-4 6-4-6h-4a3.5 3.5 0 0 1-3.5-3.5v-12a3.5 3.5 0 0 1 3.5-3.5z',
  )
  svg.append(shape)
  // A text of the drawing would keep its colour when the page turns dark.
  const words = document.createElement('span')
  words.textContent = count > 99 ? '99+' : String(count)
  const holder = document.createElement('div')
  holder.append(svg, words)
  return holder
}
