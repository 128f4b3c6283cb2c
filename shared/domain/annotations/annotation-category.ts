interface Category {
  readonly id: string
  readonly label: string
}

/** What an annotation marks, in the words of a site plan. */
export const ANNOTATION_CATEGORIES = [
  { id: 'access', label: 'Access road' },
  { id: 'buildable', label: 'Buildable area' },
  { id: 'buildingPad', label: 'Building pad' },
  { id: 'exclusion', label: 'Exclusion' },
  { id: 'setback', label: 'Setback' },
  { id: 'easement', label: 'Easement or right of way' },
  { id: 'parcel', label: 'Parcel' },
  { id: 'substation', label: 'Substation or POI' },
  { id: 'transmission', label: 'Transmission line' },
  { id: 'generation', label: 'Generation' },
  { id: 'fiber', label: 'Fiber' },
  { id: 'gas', label: 'Gas line' },
  { id: 'water', label: 'Water or sewer' },
  { id: 'wetland', label: 'Wetland' },
  { id: 'flood', label: 'Flood zone' },
  { id: 'hazard', label: 'Hazard' },
  { id: 'neighbor', label: 'Neighbor' },
  { id: 'other', label: 'Other' },
] as const satisfies readonly Category[]

export type AnnotationCategory = (typeof ANNOTATION_CATEGORIES)[number]['id']

export const ANNOTATION_CATEGORY_IDS = ANNOTATION_CATEGORIES.map(({ id }) => id)

/** What a user reads for a category. */
export function categoryLabel(category: AnnotationCategory): string {
  return ANNOTATION_CATEGORIES.find(({ id }) => id === category)?.label ?? category
}
