import type * as z from 'zod'
import type { Annotation, AnnotationGroup, annotations } from '../../../shared/contract/annotations.ts'
import type { SliceTools } from './app-state.ts'
import { told } from './told.ts'

type Input<Method extends keyof typeof annotations> = z.input<(typeof annotations)[Method]['input']>

export type AnnotationVersions = z.output<(typeof annotations)['annotations.versions']['output']>[number]

export interface AnnotationSlice {
  /** Everything drawn, oldest first. */
  readonly annotations: readonly Annotation[]
  /** The drawing layers from bottom to top. */
  readonly annotationGroups: readonly AnnotationGroup[]
  refreshAnnotations(): Promise<void>
  /** The ids of the new ones when all is in the catalog; else null, and the error is shown. */
  writeAnnotations(change: Input<'annotations.write'>): Promise<readonly string[] | null>
  /** The id of the drawing layer, or null after the error was shown. */
  saveAnnotationGroup(change: Input<'annotations.saveGroup'>): Promise<string | null>
  /** What people made of an annotation unseen by each other; null after the error was told. */
  readAnnotationVersions(annotationId: string): Promise<readonly AnnotationVersions[] | null>
  removeAnnotationGroup(groupId: string, withAnnotations: boolean): Promise<boolean>
}

export function annotationSlice({ set, get, ports }: SliceTools): AnnotationSlice {
  let asked = 0

  const written = async () => {
    await Promise.all([get().refreshAnnotations(), get().refreshHistory()])
  }

  return {
    annotations: [],
    annotationGroups: [],
    async refreshAnnotations() {
      asked += 1
      const ask = asked
      const answer = await told({ get }, ports.client['annotations.list']({}))
      // An answer that was overtaken by a later question would show what is no more.
      if (answer === null || ask !== asked) return
      set({ annotations: answer.annotations, annotationGroups: answer.groups })
      if (answer.leftOut > 0)
        get().notify('error', `${answer.leftOut} drawings are not shown; the map holds no more than it shows now.`)
    },
    async writeAnnotations(change) {
      const answer = await told({ get }, ports.client['annotations.write'](change))
      if (answer === null) return null
      await written()
      return answer.created
    },
    async saveAnnotationGroup(change) {
      const answer = await told({ get }, ports.client['annotations.saveGroup'](change))
      if (answer === null) return null
      await written()
      return answer.groupId
    },
    readAnnotationVersions: (annotationId) => told({ get }, ports.client['annotations.versions']({ annotationId })),
    async removeAnnotationGroup(groupId, withAnnotations) {
      const answer = await told({ get }, ports.client['annotations.removeGroup']({ groupId, withAnnotations }))
      if (answer === null) return false
      await written()
      return true
    },
  }
}
