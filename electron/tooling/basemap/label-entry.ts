import type { LabelKind } from '../../../shared/map/label-set.ts'

/** One place name on its way into labels.json. */
export interface LabelEntry {
  readonly name: string
  readonly kind: LabelKind
  /** See LabelSet. */
  readonly rank: number
  readonly longitude: number
  readonly latitude: number
  readonly minZoom: number
  readonly maxZoom: number
  /** Orders names of one kind and rank, larger first: people, or size on the map. */
  readonly weight: number
}

/** Deepest zoom the map offers; a name that never goes away is a candidate up to here. */
export const DEEPEST_LABEL_ZOOM = 18
