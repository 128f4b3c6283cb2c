/** What `--as` and the import dialog call taking a map's features in as annotations; never guessed from a file. */
export const ANNOTATIONS_FORMAT = 'annotations'
