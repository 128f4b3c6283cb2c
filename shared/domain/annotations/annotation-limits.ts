/** Most vertices of one annotation: more cannot be edited by hand and belong in an imported layer. */
export const MOST_ANNOTATION_VERTICES = 100_000

/** Most annotations of one write or one answer. */
export const MOST_ANNOTATIONS = 20_000

/** Most vertices of one write or one answer. */
export const MOST_VERTICES_AT_ONCE = 1_000_000

/** Where Web Mercator maps end, degrees. */
export const MOST_LATITUDE = 85

export const MOST_RADIUS_METRES = 500_000
