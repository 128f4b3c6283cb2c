import { type Layer, type Map as LeafletMap, type LeafletMouseEvent, Marker, Path } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { annotationLayer } from './annotation-layer.ts'
import { makeDrawingPanes } from './drawing-panes.ts'
import { DrawnGroup } from './drawn-group.ts'
import { setLayerFigure } from './set-layer-figure.ts'

/** How much wider than the line itself the mark of its selection is. */
const AURA_PX = 7
const AURA = { interactive: false, pmIgnore: true, fill: false, opacity: 0.5, dashArray: '', className: 'drawing-aura' }

interface Shown {
  readonly annotation: Annotation
  readonly layer: Layer
}

/** The annotations on the map. What the catalog says is shown; only layers whose annotation changed are made anew. */
export class AnnotationsView {
  readonly #group = new DrawnGroup(() => this.all())
  readonly #onClick: (annotationId: string, event: LeafletMouseEvent) => void
  readonly #shown = new Map<string, Shown>()
  readonly #idOf = new Map<Layer, string>()
  readonly #auras = new Map<string, Layer>()
  #selected: ReadonlySet<string> = new Set()

  constructor(map: LeafletMap, onClick: (annotationId: string, event: LeafletMouseEvent) => void) {
    this.#onClick = onClick
    makeDrawingPanes(map)
    this.#group.addTo(map)
  }

  /** Shows these and no others, the first one lowest. */
  show(annotations: readonly Annotation[]): void {
    const wanted = new Set(annotations.map(({ annotationId }) => annotationId))
    for (const id of [...this.#shown.keys()]) if (!wanted.has(id)) this.#take(id)
    let isInOrder = true
    const before = [...this.#shown.keys()]
    annotations.forEach((annotation, at) => {
      const known = this.#shown.get(annotation.annotationId)
      if (before[at] !== annotation.annotationId) isInOrder = false
      if (known && isSameLook(known.annotation, annotation)) {
        this.#shown.set(annotation.annotationId, { annotation, layer: known.layer })
        return
      }
      // A layer that is made anew lies on top, so the order of all is made good below.
      isInOrder = false
      if (known) this.#take(annotation.annotationId)
      this.#put(annotation)
    })
    if (!isInOrder) this.#order(annotations)
  }

  select(selected: ReadonlySet<string>): void {
    for (const id of this.#selected) if (!selected.has(id)) this.#mark(id, false)
    for (const id of selected) if (!this.#selected.has(id)) this.#mark(id, true)
    this.#selected = selected
  }

  /** Brings an annotation to where a figure lies while it is dragged there; the catalog knows nothing of it yet. */
  preview(annotationId: string, figure: AnnotationFigure): void {
    for (const layer of [this.#shown.get(annotationId)?.layer, this.#auras.get(annotationId)])
      if (layer) setLayerFigure(layer, figure)
  }

  layerOf(annotationId: string): Layer | undefined {
    return this.#shown.get(annotationId)?.layer
  }

  idOf(layer: Layer): string | undefined {
    return this.#idOf.get(layer)
  }

  annotationOf(annotationId: string): Annotation | undefined {
    return this.#shown.get(annotationId)?.annotation
  }

  all(): readonly Annotation[] {
    return [...this.#shown.values()].map(({ annotation }) => annotation)
  }

  /** Gives layers that were made before Geoman came what they need to be edited and snapped to. */
  makeEditable(prepare: (layer: Layer) => void): void {
    for (const { layer } of this.#shown.values()) prepare(layer)
  }

  /** Shows an annotation as the catalog has it, whatever a tool made of its layer. */
  restore(annotationId: string): void {
    const annotation = this.#shown.get(annotationId)?.annotation
    if (!annotation) return
    const order = this.all()
    this.#take(annotationId)
    this.#put(annotation)
    this.#order(order)
  }

  remove(): void {
    for (const id of [...this.#shown.keys()]) this.#take(id)
    this.#group.remove()
  }

  #put(annotation: Annotation): void {
    const { annotationId } = annotation
    const layer = annotationLayer(annotation)
    layer.on('click', (event) => this.#onClick(annotationId, event as LeafletMouseEvent))
    this.#group.addLayer(layer)
    this.#shown.set(annotationId, { annotation, layer })
    this.#idOf.set(layer, annotationId)
    elementOf(layer)?.setAttribute('data-annotation', annotationId)
    if (this.#selected.has(annotationId)) this.#mark(annotationId, true)
  }

  #take(annotationId: string): void {
    const layer = this.#shown.get(annotationId)?.layer
    if (!layer) return
    this.#group.removeLayer(layer)
    // A cut takes layers off the map behind the group's back.
    layer.remove()
    this.#auras.get(annotationId)?.remove()
    this.#auras.delete(annotationId)
    this.#shown.delete(annotationId)
    this.#idOf.delete(layer)
  }

  #order(annotations: readonly Annotation[]): void {
    const ordered = annotations.flatMap(({ annotationId }) => {
      const shown = this.#shown.get(annotationId)
      return shown ? [[annotationId, shown] as const] : []
    })
    this.#shown.clear()
    for (const [id, shown] of ordered) this.#shown.set(id, shown)
    const paths = ordered.flatMap(([, { layer }]) => (layer instanceof Path ? (layer.getElement() ?? []) : []))
    putInOrder(paths)
  }

  /** A text or photo is framed; of all else the outline is drawn once more, wider and below. */
  #mark(annotationId: string, isSelected: boolean): void {
    const shown = this.#shown.get(annotationId)
    this.#auras.get(annotationId)?.remove()
    this.#auras.delete(annotationId)
    if (!shown) return
    const { annotation, layer } = shown
    elementOf(layer)?.classList.toggle('drawing--selected', isSelected)
    if (!isSelected || layer instanceof Marker) return
    const weight = annotation.style.strokeWidthPx + AURA_PX
    const look = { ...AURA, weight }
    const aura = annotationLayer(annotation, look)
    this.#group.addLayer(aura)
    this.#auras.set(annotationId, aura)
    if (aura instanceof Path) aura.bringToBack()
  }
}

function elementOf(layer: Layer): Element | undefined {
  return layer instanceof Path || layer instanceof Marker ? layer.getElement() : undefined
}

/** Every write makes new objects of all annotations; only what can be seen of one is compared. */
function isSameLook(one: Annotation, other: Annotation): boolean {
  return (
    one === other ||
    (one.label === other.label &&
      (one.figure.shape !== 'text' || one.text === other.text) &&
      JSON.stringify(one.style) === JSON.stringify(other.style) &&
      JSON.stringify(one.photo) === JSON.stringify(other.photo) &&
      JSON.stringify(one.figure) === JSON.stringify(other.figure))
  )
}

/** Moves only those elements that are not before the next one yet: of thousands, that of the one that was made anew. */
function putInOrder(elements: readonly Element[]): void {
  let next: Element | null = null
  for (const element of elements.toReversed()) {
    let follower = element.nextElementSibling
    while (follower && !follower.hasAttribute('data-annotation')) follower = follower.nextElementSibling
    if (follower !== next) element.parentNode?.insertBefore(element, next)
    next = element
  }
}
