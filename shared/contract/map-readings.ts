/** What `--as` and the import dialog call taking a map's features in as annotations; never guessed from a file. */
export const ANNOTATIONS_FORMAT = 'annotations'

/** The same for a map's features as sites. */
export const PLACES_FORMAT = 'sites-places'

/** True for the format ids of files that hold a map, however it is taken in. */
export function isMapFormat(format: string): boolean {
  return format.startsWith('layer.') || format === ANNOTATIONS_FORMAT || format === PLACES_FORMAT
}
