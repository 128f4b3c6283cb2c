import type { Annotation } from '../../../shared/contract/annotations.ts'
import type { AnnotationCategory } from '../../../shared/domain/annotations/annotation-category.ts'
import type { MeasureUnits } from '../../../shared/map/geodesy/format-measure.ts'
import type { DrawingTool } from '../drawing/drawing-tools.ts'
import type { SliceTools } from './app-state.ts'

/** What of the drawings is shown; null for all. */
export interface DrawingFilter {
  readonly author: string | null
  readonly category: AnnotationCategory | null
  /** Only those that belong to the open site. */
  readonly isOfOpenSite: boolean
}

export interface DrawingSlice {
  /** The drawing bar over the map. */
  readonly isDrawingOpen: boolean
  readonly drawingTool: DrawingTool
  /** Goes on with the same tool after each shape. */
  readonly keepsTool: boolean
  readonly selectedAnnotations: readonly string[]
  /** Counts up when the map should show the selected annotations. */
  readonly annotationFocus: number
  /** The drawing layer that new shapes go into; null for none. */
  readonly drawingGroupId: string | null
  /** The photo that the photo tool places, and what it knows of itself. */
  readonly photoToPlace: PhotoToPlace | null
  /** What new shapes mark; their colours follow from it. */
  readonly drawingCategory: AnnotationCategory
  /** The text that was just set on the map and waits for its words. */
  readonly textToType: string | null
  readonly drawingFilter: DrawingFilter
  readonly measureUnits: MeasureUnits
  openDrawing(isOpen: boolean): void
  chooseTool(tool: DrawingTool): void
  keepTool(keepsTool: boolean): void
  selectAnnotations(annotationIds: readonly string[]): void
  /** Selects and brings them into view. */
  showAnnotations(annotationIds: readonly string[]): void
  chooseDrawingGroup(groupId: string | null): void
  choosePhoto(photo: PhotoToPlace | null): void
  chooseCategory(category: AnnotationCategory): void
  typeText(annotationId: string | null): void
  filterDrawings(filter: Partial<DrawingFilter>): void
  chooseUnits(units: MeasureUnits): void
}

export interface PhotoToPlace {
  readonly siteId: string
  readonly evidenceId: string
  readonly caption: string
  readonly bearingDegrees: number | null
  /** Where the camera stood, if it knew. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null
}

export function drawingSlice({ set, get }: SliceTools): DrawingSlice {
  return {
    isDrawingOpen: false,
    drawingTool: 'select',
    keepsTool: false,
    selectedAnnotations: [],
    annotationFocus: 0,
    drawingGroupId: null,
    photoToPlace: null,
    drawingCategory: 'other',
    textToType: null,
    drawingFilter: { author: null, category: null, isOfOpenSite: false },
    measureUnits: 'us',
    openDrawing: (isDrawingOpen) => set({ isDrawingOpen, drawingTool: 'select', photoToPlace: null }),
    chooseTool: (drawingTool) =>
      set((state) => ({
        isDrawingOpen: true,
        drawingTool,
        photoToPlace: drawingTool === 'photo' ? state.photoToPlace : null,
      })),
    keepTool: (keepsTool) => set({ keepsTool }),
    selectAnnotations: (selectedAnnotations) => set({ selectedAnnotations }),
    showAnnotations: (selectedAnnotations) =>
      set((state) => ({ selectedAnnotations, annotationFocus: state.annotationFocus + 1 })),
    chooseDrawingGroup: (drawingGroupId) => set({ drawingGroupId }),
    choosePhoto: (photoToPlace) => set({ photoToPlace }),
    chooseCategory: (drawingCategory) => set({ drawingCategory }),
    typeText: (textToType) => set({ textToType }),
    filterDrawings: (filter) => set((state) => ({ drawingFilter: { ...state.drawingFilter, ...filter } })),
    chooseUnits: (measureUnits) => {
      set({ measureUnits })
      get().remember({ measureUnits })
    },
  }
}

/** True where the annotation passes the filter. */
export function isInFilter(annotation: Annotation, filter: DrawingFilter, openSite: string | null): boolean {
  return (
    (filter.author === null || annotation.author === filter.author) &&
    (filter.category === null || annotation.category === filter.category) &&
    (!filter.isOfOpenSite || annotation.siteId === openSite)
  )
}
