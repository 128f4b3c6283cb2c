import type * as z from 'zod'
import type { Annotation, AnnotationGroup, annotations } from '../../shared/contract/annotations.ts'
import { ANNOTATION_MARKS } from '../../shared/domain/annotations/annotation-marks.ts'
import { defaultStyle } from '../../shared/domain/annotations/default-style.ts'

type Write = z.output<(typeof annotations)['annotations.write']['input']>
type SaveGroup = z.output<(typeof annotations)['annotations.saveGroup']['input']>

interface Held {
  readonly annotations: readonly Annotation[]
  readonly groups: readonly AnnotationGroup[]
}

/** The annotations of a host inside the page; each write takes what was there as a whole, so that undo can bring it back. */
export class PageAnnotations {
  held: Held = { annotations: [], groups: [] }
  /** What people made of an annotation unseen by each other. */
  versions: z.output<(typeof annotations)['annotations.versions']['output']> = []
  /** What the steps were called, in order. */
  readonly labels: string[] = []
  readonly #author: string
  #clock = Date.UTC(2026, 6, 1)

  constructor(author: string) {
    this.#author = author
  }

  written({ create, update, remove, stepLabel }: Write): { held: Held; created: string[]; label: string } {
    const at = this.#tick()
    const label = stepLabel ?? 'Change annotations'
    this.labels.push(label)
    const made = create.map((each): Annotation => {
      const { annotationId, style, ...parts } = each
      return {
        ...parts,
        annotationId: annotationId ?? crypto.randomUUID(),
        style: style ?? defaultStyle(each.category),
        marks:
          each.figure.geometry.type === 'Point' && isZero(each.figure.geometry.coordinates)
            ? [ANNOTATION_MARKS[0]]
            : [],
        conflicts: [],
        author: this.#author,
        createdAt: at,
        changedBy: this.#author,
        changedAt: at,
      }
    })
    const changes = new Map(update.map((change) => [change.annotationId, change]))
    const kept = this.held.annotations
      .filter(({ annotationId }) => !remove.includes(annotationId))
      .map((annotation): Annotation => {
        const change = changes.get(annotation.annotationId)
        if (!change) return annotation
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
        const conflicts = annotation.conflicts.filter((part) => !(part in given))
        return { ...annotation, ...given, conflicts, changedAt: at }
      })
    return {
      held: { ...this.held, annotations: [...kept, ...made] },
      created: made.map(({ annotationId }) => annotationId),
      label,
    }
  }

  savedGroup({ groupId, ...change }: SaveGroup): { held: Held; groupId: string } {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const before = this.held.groups.find((group) => group.groupId === groupId)
    const after: AnnotationGroup = {
      groupId: groupId ?? crypto.randomUUID(),
      name: 'Layer',
      order: this.held.groups.length,
      isLocked: false,
      isHidden: false,
      author: this.#author,
      createdAt: this.#tick(),
      ...before,
      ...given,
    }
    const others = this.held.groups.filter((group) => group.groupId !== after.groupId)
    const groups = [...others, after].sort((one, other) => one.order - other.order)
    return { held: { ...this.held, groups }, groupId: after.groupId }
  }

  removedGroup(groupId: string): Held {
    return {
      annotations: this.held.annotations.map((each) => (each.groupId === groupId ? { ...each, groupId: null } : each)),
      groups: this.held.groups.filter((group) => group.groupId !== groupId),
    }
  }

  #tick(): number {
    this.#clock += 1
    return this.#clock
  }
}

function isZero([longitude, latitude]: readonly number[]): boolean {
  return longitude === 0 && latitude === 0
}
